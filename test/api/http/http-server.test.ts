import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import Fastify from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../../src/api/http/listen.ts'
import { databaseReadiness } from '../../../src/api/http/readiness.ts'
import { UsageError } from '../../../src/problem/problem.ts'
import { startApi, type TestApi } from '../start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { headers, redirect: 'manual' })

test('the root is the dashboard, and may have no inline styles or scripts', async () => {
  const response = await get('/')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
})

test('pages may not load anything from other hosts', async () => {
  const policy = (await get('/graphql', { accept: 'text/html' })).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/https?:|\*|script-src[^;]*unsafe/)
})

test('the process is live and ready', async () => {
  expect([(await get('/health/live')).status, await (await get('/health/live')).json()]).toEqual([
    200,
    { status: 'live' },
  ])
  expect([(await get('/health/ready')).status, await (await get('/health/ready')).json()]).toEqual([
    200,
    { status: 'ready' },
  ])
})

test('the version of package.json is shown by /health and by the API', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  expect([(await get('/health')).status, await (await get('/health')).json()]).toEqual([
    200,
    { status: 'ready', version },
  ])
  expect(await api.data('{ version }')).toEqual({ version })
})

test.each([
  '/nothing',
  '/graphql/x',
  '/assets/../../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/%',
  '/.env',
])('%s is a 404 that reveals nothing', async path => {
  const response = await get(path)
  expect([400, 403, 404]).toContain(response.status)
  expect(JSON.stringify(await response.json())).not.toMatch(/node_modules|\/work|src\//)
})

test.each([
  ['DELETE', '/graphql'],
  ['PUT', '/graphql'],
  ['POST', '/health/live'],
])('%s %s is a 405 that lists the allowed methods', async (method, path) => {
  const response = await fetch(`${api.url}${path}`, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toMatch(/GET|POST/)
  expect(await response.json()).toEqual(expect.objectContaining({ detail: expect.any(String) }))
})

test('a hanging database is reported quickly, and many checks share one session', async () => {
  // Accepts connections and never responds.
  const sockets = new Set<{ destroy(): void }>()
  const silent = createServer(socket => sockets.add(socket))
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'nobody', database: 'nothing', max: 10 })
  const notReadyReason = databaseReadiness(pool, 100)
  const start = performance.now()
  const reasons = await Promise.all([notReadyReason(), notReadyReason(), notReadyReason()])
  expect(reasons).toEqual(Array(3).fill('The database did not respond within 100 ms.'))
  expect(performance.now() - start).toBeLessThan(2000)
  expect(sockets.size).toBe(1)
  for (const socket of sockets) socket.destroy()
  silent.close()
  await pool.end()
})

test('an unreachable database is reported with the reason', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 1, user: 'nobody', database: 'nothing' })
  expect(await databaseReadiness(pool)()).toBe('The database cannot be reached.')
  await pool.end()
})

test.each([
  [() => ({ host: '127.0.0.1', port: Number(new URL(api.url).port) }), /Port \d+ on 127\.0\.0\.1 is in use/],
  [() => ({ host: '203.0.113.7', port: 0 }), /HOST is "203\.0\.113\.7"/],
  [() => ({ host: 'no such host', port: 0 }), /HOST is "no such host"/],
])('an error names an address that cannot be used: %#', async (address, message) => {
  const app = Fastify()
  const listening = listen(app, address())
  await expect(listening).rejects.toThrow(UsageError)
  await expect(listening).rejects.toThrow(message)
  await app.close()
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
