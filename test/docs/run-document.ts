import { type ExecFileException, execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { buildSchema, type DocumentNode, Kind, parse, validate } from 'graphql'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { startApi, type TestApi } from '../api/start-api.ts'
import type { Step } from './blocks.ts'
import { differenceOf, differenceOfText, type Known } from './matches.ts'

const ROOT = resolve('.')
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'))

/** A server with nothing stored, and a directory that looks like a checkout, in which the steps of a document are run one after the other. */
export interface Workplace {
  /** Throws what is wrong with a step. */
  run(step: Step): Promise<void>
  close(): Promise<void>
}

const LONGEST_JOB_MS = 15_000

/** What documents call the server and the database of a reader. */
const SERVER = /127\.0\.0\.1:4000/g
const EMBEDDED_DATABASE = /postgresql:\/\/pulso@localhost\/postgres\?host=[^\s"']+/g

export async function openWorkplace({ main }: BuiltProgram): Promise<Workplace> {
  const directory = await makeCheckout(main)
  const api = await startApi({ environment: { PULSO_DATA_DIR: join(directory, '.pulso') } })
  const known: Known = new Map()
  const here = (text: string) => {
    let actual = text
    for (const [shown, seen] of known) actual = actual.replaceAll(shown, seen)
    return actual
      .replace(SERVER, new URL(api.url).host)
      .replace(EMBEDDED_DATABASE, api.database.url.replaceAll('+', '%20'))
  }
  return {
    run: async ({ block, variables, answer }) => {
      const text = here(block.text)
      const check = (actual: unknown) => {
        if (answer !== null)
          refuse(differenceOf(JSON.parse(here(answer.text)), actual, known), JSON.stringify(actual, null, 2))
      }
      if (block.language === 'graphql') {
        const given = variables === null ? undefined : (JSON.parse(here(variables.text)) as Record<string, unknown>)
        await eventually(async () => check(await answerTo(api, text, given, answer === null)), isQuery(parse(text)))
      } else if (block.language === 'sql') {
        await api.database.storage.pool.query(text)
      } else {
        const output = await runCommands(block.language, text, directory, api.database.url)
        if (answer?.language === 'text') refuse(differenceOfText(here(answer.text), output), output)
        else if (answer !== null) check(JSON.parse(output))
      }
    },
    close: async () => {
      await api.close()
      await rm(directory, { recursive: true })
    },
  }
}

function refuse(difference: string | null, actual: string): void {
  if (difference !== null) throw new Error(`${difference}\n${actual}`)
}

export interface BuiltProgram {
  /** The file that Node runs. */
  readonly main: string
  remove(): Promise<void>
}

/** The program as users have it: from its source, each command would take a second longer. */
export async function buildProgram(): Promise<BuiltProgram> {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-docs-program-'))
  const linked = readdirSync(ROOT).filter(name => !name.startsWith('.') && name !== 'dist')
  await Promise.all(linked.map(name => symlink(join(ROOT, name), join(directory, name))))
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'bin/bundle-server.ts', join(directory, 'dist')])
  return { main: join(directory, 'dist/cli/main.js'), remove: () => rm(directory, { recursive: true }) }
}

/** What documents read of a checkout. */
const READ = ['docs/examples', 'development', 'test/ml/keras-import/fixtures']
/** What changes a checkout, or a machine. */
const REFUSED = ['npm', 'docker', 'git']

/** A place to work in, with copies alone, an `npx` that runs the program, and nothing that could reach the checkout. */
async function makeCheckout(main: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-docs-'))
  await Promise.all(READ.map(path => cp(path, join(directory, path), { recursive: true })))
  const bin = join(directory, '.bin')
  await mkdir(bin)
  await mkdir(join(directory, 'own'))
  const command = (name: string, script: string) =>
    writeFile(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  await command('npx', `shift\nexec "${process.execPath}" "${main}" "$@"`)
  for (const name of REFUSED)
    await command(name, `echo "No test runs ${name}: give the block a skip reason." >&2; exit 1`)
  return directory
}

async function runCommands(language: string, text: string, cwd: string, databaseUrl: string): Promise<string> {
  // node_modules is a link to the checkout's: it would remove the packages that are in use.
  if (/\bnpm (ci|i|install)\b/.test(text)) throw new Error('A block with `npm ci` needs a reason to be skipped.')
  const env = {
    PATH: [join(cwd, '.bin'), process.env.PATH].join(delimiter),
    HOME: cwd,
    // libpq takes a plus for a plus.
    DATABASE_URL: databaseUrl.replaceAll('+', '%20'),
    PULSO_DATA_DIR: join(cwd, '.pulso'),
    PULSO_MODELS: join(cwd, 'own'),
  }
  // A script finds its packages from the directory that it runs in, and writes nothing.
  const [program, options, directory] =
    language === 'js'
      ? [process.execPath, ['--input-type=module', '--eval', text], ROOT]
      : ['bash', ['--norc', '-euo', 'pipefail', '-c', text], cwd]
  return new Promise((done, fail) => {
    execFile(
      program,
      options,
      { cwd: directory, env, maxBuffer: 1e8 },
      (error: ExecFileException | null, stdout, stderr) => {
        if (error === null) done(stdout)
        else fail(new Error(`${error.message}\n${stderr}`))
      },
    )
  })
}

async function answerTo(
  api: TestApi,
  query: string,
  variables: Record<string, unknown> | undefined,
  mustWork: boolean,
): Promise<unknown> {
  const document = parse(query)
  const [fault] = validate(schema, document)
  if (fault !== undefined) throw fault
  if (isSubscription(document)) return firstEvent(api, query, variables)
  const { data, errors } = await api.ask(query, variables)
  if (mustWork) {
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    const [wrong] = Object.values(data as Record<string, { userErrors?: readonly unknown[] } | null>).flatMap(
      field => field?.userErrors ?? [],
    )
    if (wrong !== undefined) throw new Error(JSON.stringify(wrong))
  }
  return errors === undefined ? { data } : { errors, data }
}

/** What a job or the indexer is still working on is asked for again; a mutation is sent once. */
async function eventually(attempt: () => Promise<void>, mayRepeat: boolean): Promise<void> {
  const deadline = performance.now() + LONGEST_JOB_MS
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!mayRepeat || performance.now() > deadline) throw error
      await pause(250)
    }
  }
}

const isQuery = ({ definitions }: DocumentNode) =>
  definitions.every(one => one.kind !== Kind.OPERATION_DEFINITION || one.operation === 'query')

const isSubscription = (document: DocumentNode) =>
  document.definitions.some(one => one.kind === Kind.OPERATION_DEFINITION && one.operation === 'subscription')

/** Waits for one event. A ticker has one as soon as something is stored, so something is. */
async function firstEvent(api: TestApi, query: string, variables: Record<string, unknown> | undefined) {
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  })
  const silent = setTimeout(() => client.terminate(), LONGEST_JOB_MS)
  const stored = setInterval(() => {
    api.ask('mutation { classify(input: { text: "I love my new Xbox", entity: "Xbox" }) { userErrors { message } } }')
  }, 500)
  try {
    for await (const event of client.iterate({ query, variables: variables ?? {} })) {
      if (event.errors !== undefined) throw new Error(JSON.stringify(event.errors))
      return event
    }
    throw new Error('The subscription ended without an event.')
  } finally {
    clearTimeout(silent)
    clearInterval(stored)
    await client.dispose()
  }
}

/** The program that a block calls and that does not exist here; null if it can run. */
export const missingProgram = ({ language, text }: Step['block']): string | null =>
  language === 'sh' ? (ABSENT.find(name => name === 'bash' || new RegExp(`\\b${name}\\b`).test(text)) ?? null) : null

const ABSENT = ['bash', 'curl', 'psql'].filter(
  name => !(process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, name))),
)
