import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { keepAlive } from '../../../src/api/http/keep-alive.ts'

/** Longer than a busy machine delays this process. */
const EVERY_MS = 700

let server: WebSocketServer
afterEach(() => new Promise(resolve => server.close(resolve)))

async function connectTo(options: WebSocket.ClientOptions): Promise<WebSocket> {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', socket => keepAlive(socket, EVERY_MS))
  await once(server, 'listening')
  const address = server.address()
  return new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, options)
}

test('a client that replies stays connected', async () => {
  const socket = await connectTo({})
  let pings = 0
  socket.on('ping', () => {
    pings += 1
  })
  await expect.poll(() => pings, { timeout: 10_000 }).toBeGreaterThan(2)
  expect(socket.readyState).toBe(WebSocket.OPEN)
  socket.terminate()
})

test('a client that does not reply is disconnected', async () => {
  const socket = await connectTo({ autoPong: false })
  expect((await once(socket, 'close'))[0]).toBe(1006)
})
