import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createClient } from 'graphql-ws'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import WebSocket from 'ws'
import { makeDataDirectory } from '../support/data-directory.ts'

// A start from source reads and translates hundreds of files.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url))
const PATIENT = { timeout: 90_000, interval: 200 }

let directory: Awaited<ReturnType<typeof makeDataDirectory>>
let dev: ChildProcess
let lines: string[]
let url: string

beforeEach(async () => {
  directory = await makeDataDirectory()
  lines = []
  // Its own group, as a terminal would make one.
  dev = spawn('npm', ['run', 'dev'], {
    cwd: CHECKOUT,
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      PULSO_DATA_DIR: directory.path,
      PULSO_INFERENCE_THREADS: '1',
    },
  })
  for (const stream of [dev.stdout, dev.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', line => lines.push(line))
  }
  await expect.poll(() => lines.join('\n'), PATIENT).toMatch(/from source: http:/)
  url = /from source: (http:\S+)\//.exec(lines.join('\n'))?.[1] ?? ''
})
afterEach(async () => {
  signalGroup('SIGKILL')
  await expect.poll(leftRunning, PATIENT).toEqual([])
  await directory.remove()
})

function signalGroup(signal: NodeJS.Signals): void {
  try {
    process.kill(-(dev.pid ?? 0), signal)
  } catch {
    // The group has ended.
  }
}

/** The commands of all processes that were started with our data directory, where the system tells; the database's have it as an argument. */
async function leftRunning(): Promise<string[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter(name => /^\d+$/.test(name))
  const read = (pid: string, name: string) => readFile(join('/proc', pid, name), 'utf8').catch(() => '')
  const running = await Promise.all(
    pids.map(async pid => ({ command: await read(pid, 'cmdline'), environment: await read(pid, 'environ') })),
  )
  return running
    .filter(({ command, environment }) => `${command}\n${environment}`.includes(directory.path))
    .map(({ command }) => command.replaceAll('\0', ' '))
}

const get = (path: string, accept: string) => fetch(url + path, { headers: { accept } })

async function ask(query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return response.json()
}

const classify = (text: string) =>
  ask(`mutation { classify(input: { text: "${text}", entity: "Xbox" }) { userErrors { message } } }`)
const ACCEPTED = { data: { classify: { userErrors: [] } } }

test('pages, API and WebSockets answer at one address, the server starts again after a change, and Ctrl-C ends it all', async () => {
  const page = await (await get('/entities/St.%20Pauli', 'text/html')).text()
  expect(page).toContain('/@vite/client')
  expect(await (await get('/main.tsx', '*/*')).text()).toContain('import')
  expect(await (await get('/graphql', 'text/html')).text()).toContain('/playground/main.tsx')

  expect(await (await get('/health/ready', '*/*')).json()).toMatchObject({ status: 'ready' })
  expect((await get('/exports/classifications.csv', '*/*')).headers.get('content-type')).toContain('text/csv')
  expect((await fetch(`${url}/imports?name=x.csv`, { method: 'POST', body: 'not a file' })).status).toBeLessThan(500)
  const seed = await fetch(`${url}/api/model-nlp/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'I love it' }),
  })
  expect(await seed.json()).toHaveProperty('sentiment')

  const texts: unknown[] = []
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    shouldRetry: () => true,
  })
  onTestFinished(() => void client.dispose())
  client.subscribe<{ classified: { tweet: { text: string } } }>(
    { query: 'subscription { classified { tweet { text } } }' },
    { next: ({ data }) => texts.push(data?.classified.tweet.text), error: () => {}, complete: () => {} },
  )
  /** What is stored before a subscription listens is not sent, so this is tried until it is heard. */
  const heard = async (text: string) => {
    expect(await classify(text)).toEqual(ACCEPTED)
    return texts.includes(text)
  }
  await expect.poll(() => heard('I love it'), PATIENT).toBe(true)

  const { token } = /wsToken = "(?<token>[^"]+)"/.exec(await (await get('/@vite/client', '*/*')).text())?.groups ?? {}
  const reloading = new WebSocket(`${url.replace('http', 'ws')}/?token=${token}`, 'vite-hmr')
  const [greeting] = await once(reloading, 'message')
  expect(JSON.parse(String(greeting))).toEqual({ type: 'connected' })

  const readyTimes = () => lines.filter(line => line.includes('is ready after')).length
  const before = readyTimes()
  await utimes(join(CHECKOUT, 'src/serve.ts'), new Date(), new Date())
  await expect.poll(readyTimes, PATIENT).toBeGreaterThan(before)
  expect(lines.join('\n')).toContain('src/serve.ts changed')
  await expect.poll(() => heard('I hate it'), PATIENT).toBe(true)

  await client.dispose()
  // The other WebSocket is still open, as those of browsers are.
  const exited = once(dev, 'exit')
  signalGroup('SIGINT')
  await exited
  await expect.poll(leftRunning, PATIENT).toEqual([])
  await expect(get('/', 'text/html')).rejects.toThrow()
  expect(lines.filter(line => /error/i.test(line))).toEqual([])
})

test('killed, it leaves nothing running either', async () => {
  expect(await ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } })
  signalGroup('SIGKILL')
  await expect.poll(leftRunning, PATIENT).toEqual([])
})
