import type { WebSocket } from '@fastify/websocket'

const PING_EVERY_MS = 12_000

/** Pings a client so that proxies keep the connection, and closes it if the client has not replied by the next ping. Returns a stop function. */
export function keepAlive(socket: WebSocket, everyMs = PING_EVERY_MS): () => void {
  let isAnswered = true
  socket.on('pong', () => {
    isAnswered = true
  })
  const timer = setInterval(() => {
    if (!isAnswered) {
      socket.terminate()
      return
    }
    isAnswered = false
    if (socket.readyState === socket.OPEN) socket.ping()
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
