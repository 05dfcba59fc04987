import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'

/*
 * The new capability of CONTRIBUTING.md, put into a copy of the source: it compiles, keeps the order of the rooms, and passes its own test.
 */

vi.setConfig({ testTimeout: 180_000 })

const run = promisify(execFile)
const LINKED = ['node_modules', 'models', 'prisma']

interface Report {
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly failureMessages: readonly string[] }[]
  }[]
}

let copy: string
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'pulso-example-'))
  const copied = (await readdir('.')).filter(
    name => !name.startsWith('.') && ![...LINKED, 'dist', 'docs'].includes(name),
  )
  await Promise.all(copied.map(path => cp(path, join(copy, path), { recursive: true })))
  await Promise.all(LINKED.map(path => symlink(resolve(path), join(copy, path))))
  const page = await readFile('CONTRIBUTING.md', 'utf8')
  // Declares what the tests' own database provides.
  const files = ['test/support/database-server.ts']
  for (const [, kind, path = '', text = ''] of page.matchAll(/^```ts (file|line)="(.*)"\n([\s\S]*?)^```$/gm)) {
    await mkdir(dirname(join(copy, path)), { recursive: true })
    files.push(path)
    await (kind === 'line' ? appendFile : writeFile)(join(copy, path), text)
  }
  await writeFile(
    join(copy, 'tsconfig.example.json'),
    JSON.stringify({ extends: './tsconfig.json', files, include: [] }),
  )
})
afterAll(() => rm(copy, { recursive: true }))

test('the example compiles', async () => {
  const program = resolve('node_modules/typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [program, '--incremental', 'false', '-p', 'tsconfig.example.json'], {
    cwd: copy,
  }).catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})

test('the example keeps the order of the rooms, and answers its query', async () => {
  const program = resolve('node_modules/vitest/vitest.mjs')
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TEST_DATABASE_URL: inject('databaseServer').url }
  const call = [program, 'run', 'test/architecture.test.ts', 'test/authors', '--reporter=json']
  const { stdout } = await run(process.execPath, call, { cwd: copy, env }).catch((error: { stdout: string }) => error)
  const { testResults } = JSON.parse(stdout.slice(stdout.indexOf('{"numTotal'))) as Report
  const results = testResults.flatMap(({ message, assertionResults }) => [
    ...(message === '' ? [] : [message]),
    ...assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ failureMessages }) => failureMessages.join()),
  ])
  expect(results).toEqual([])
  expect(testResults).toHaveLength(2)
})
