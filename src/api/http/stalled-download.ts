import type { ServerResponse } from 'node:http'

/** The time is exceeded by at most this part of it. */
const CHECKS = 20

/**
 * Aborts a response if data is ready and the client has read nothing for `stalledMs`. Never aborts while the client waits for the server. A
 * socket's own timeout would not do: it starts again when the server adds data that the client does not read either.
 */
export function endStalledDownload(response: ServerResponse, stalledMs: number): void {
  let takenBytes = -1
  let waitingMs = 0
  const everyMs = stalledMs / CHECKS
  const timer = setInterval(() => {
    const { socket } = response
    const isWaiting = socket !== null && response.writableLength > 0
    // Bytes that the kernel has accepted, which it stops to do when its buffers are full.
    const taken = socket === null ? 0 : socket.bytesWritten - socket.writableLength
    waitingMs = isWaiting && taken === takenBytes ? waitingMs + everyMs : 0
    takenBytes = taken
    if (waitingMs >= stalledMs) response.destroy()
  }, everyMs)
  timer.unref()
  response.once('close', () => clearInterval(timer))
}
