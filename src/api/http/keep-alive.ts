import type { WebSocket } from '@fastify/websocket'

const PING_EVERY_MS = 12_000

/** Pings, so that proxies keep the connection. Ends it if no answer arrives before the next ping. Returns a function that stops it. */
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
