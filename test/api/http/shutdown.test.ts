import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

// A process that compiles its source starts slowly on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

const PROGRAM = fileURLToPath(new URL('serve-process.ts', import.meta.url))

let database: TestDatabase
let server: ChildProcess

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  server.kill('SIGKILL')
  await database.drop()
})

const spawnServer = (environment: Record<string, string>) =>
  spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
    env: { ...process.env, PORT: '0', PULSO_INFERENCE_THREADS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** A server in a separate process; resolves to its port when it reports that it is ready. */
async function startServer(): Promise<{ port: number; lines: readonly string[] }> {
  server = spawnServer({ DATABASE_URL: database.url })
  if (server.stdout === null) throw new Error('The server has no output.')
  const lines: string[] = []
  for await (const line of createInterface({ input: server.stdout })) {
    lines.push(line)
    if (line.includes('Model')) break
  }
  const port = Number(/:(\d+)\/graphql/.exec(lines.join('\n'))?.[1])
  return { port, lines }
}

const BODY = JSON.stringify({
  query: 'mutation { classify(input: { text: "Said while stopping", externalId: "last" }) { userErrors { code } } }',
})
const REQUEST = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\nConnection: keep-alive\r\nExpect: 100-continue\r\n\r\n`

/** A request with an incomplete body, which stays in flight until the test completes it. */
async function beginRequest(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(REQUEST)
  // The server sends this when it has read the head. A response on another connection would not prove that.
  await once(socket, 'readable')
  expect(String(socket.read())).toBe('HTTP/1.1 100 Continue\r\n\r\n')
  socket.write(BODY.slice(0, 10))
  return socket
}

async function readAnswer(socket: Socket): Promise<string> {
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return answer
}

/** Resolves when the server accepts no new requests. */
const refusing = (port: number) =>
  expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/health/live`).then(
          ({ status }) => status,
          () => 'refused',
        ),
      { timeout: 10_000 },
    )
    .not.toBe(200)

/** Exit code, or the signal that ended it. */
const ended = async () => {
  const [code, signal] = server.exitCode === null ? await once(server, 'exit') : [server.exitCode, null]
  return signal ?? code
}

test('SIGTERM completes the request in flight, does not wait for idle connections, and exits with 0', async () => {
  const { port, lines } = await startServer()
  expect(lines.join('\n')).toContain('Pulso is ready after')
  // fetch keeps its connection open.
  await (await fetch(`http://127.0.0.1:${port}/health/live`)).text()
  const idle = connect(port, '127.0.0.1')
  await once(idle, 'connect')
  idle.on('error', () => {})
  const inFlight = await beginRequest(port)
  server.kill('SIGTERM')
  await refusing(port)
  const finishedAt = performance.now()
  inFlight.write(BODY.slice(10))
  const answer = await readAnswer(inFlight)
  expect(answer).toContain('HTTP/1.1 200 OK')
  expect(answer).toContain('"userErrors":[]')
  expect(await ended()).toBe(0)
  expect(performance.now() - finishedAt).toBeLessThan(5000)
  expect(await database.storage.prisma.tweet.count({ where: { externalId: 'last' } })).toBe(1)
})

test('a second Ctrl-C stops at once, but a repetition of the first by npm does not', async () => {
  const { port } = await startServer()
  const inFlight = await beginRequest(port)
  inFlight.on('error', () => {})
  server.kill('SIGINT')
  server.kill('SIGINT')
  await refusing(port)
  await pause(1000)
  expect(server.exitCode).toBeNull()
  server.kill('SIGINT')
  expect(await ended()).toBe(130)
})

test('SIGTERM during the start stops the database that it has started', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-start-'))
  // The database of root runs as another user.
  await chmod(directory, 0o711)
  server = spawnServer({ DATABASE_URL: '', PULSO_DATA_DIR: directory })
  const pidFile = join(directory, 'postgres', 'postmaster.pid')
  await expect.poll(() => existsSync(pidFile), { timeout: 60_000, interval: 5 }).toBe(true)
  server.kill('SIGTERM')
  expect(await ended()).toBe(0)
  expect(existsSync(pidFile)).toBe(false)
  await rm(directory, { recursive: true, force: true })
})

test('a failed start exits with its error and not with 0', async () => {
  const busy = await startServer()
  const second = spawnServer({ DATABASE_URL: database.url, PORT: String(busy.port) })
  let complaint = ''
  second.stderr.on('data', chunk => {
    complaint += String(chunk)
  })
  const [code] = await once(second, 'exit')
  expect(code).not.toBe(0)
  expect(complaint).toContain(`Port ${busy.port} on 127.0.0.1 is in use`)
})
