import { type AddressInfo, connect } from 'node:net'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseSlowBodies } from '../../../src/api/http/slow-bodies.ts'

const TIMEOUT_MS = 300

const app = Fastify()
beforeAll(async () => {
  refuseSlowBodies(app, TIMEOUT_MS)
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.post('/words', ({ body }) => ({ length: (body as string).length }))
  app.post('/files', { config: { takesFiles: true } }, ({ body }) => ({ length: (body as string).length }))
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

/** Sends the first half of a body, and the second after a pause. Resolves to the complete response. */
const sendSlowly = (path: string, pauseMs: number) =>
  new Promise<string>(resolve => {
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
    let answer = ''
    socket.on('data', data => {
      answer += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: 10\r\nConnection: close\r\n\r\nfirst`,
    )
    setTimeout(() => socket.write('later'), pauseMs)
  })

test('a body that does not arrive times out', async () => {
  expect(await sendSlowly('/words', 4 * TIMEOUT_MS)).toMatch(/^HTTP\/1\.1 408 /)
})

test('a body that arrives in time is read', async () => {
  expect(await sendSlowly('/words', 10)).toMatch(/^HTTP\/1\.1 200 .*\{"length":10\}$/s)
})

test('a file may take longer', async () => {
  expect(await sendSlowly('/files', 2 * TIMEOUT_MS)).toMatch(/^HTTP\/1\.1 200 .*\{"length":10\}$/s)
})
