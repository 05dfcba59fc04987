import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

interface ClientError extends Error {
  readonly code?: string | undefined
  /** The bytes that could not be read, in a `Buffer`. */
  readonly rawPacket?: unknown
}

/** Node's limit for the address and all header fields together. */
const MAX_HEAD_KIB = 16

const ANSWERS: Readonly<Record<string, readonly [status: number, detail: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request was not received in time.'],
  HPE_HEADER_OVERFLOW: [
    431,
    `The address and the header fields may have at most ${MAX_HEAD_KIB} KiB. Send long queries by POST.`,
  ],
}
const MALFORMED = [400, 'The request is not valid HTTP.'] as const

/** Answers bytes that are not a request, which reach no route, and closes the connection. */
export function answerClientError({ code = '', rawPacket }: ClientError, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return
  const [status, detail] = ANSWERS[code] ?? MALFORMED
  const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail })
  // A client does not expect a body after HEAD.
  const isHead = Buffer.isBuffer(rawPacket) && rawPacket.subarray(0, 5).toString('latin1') === 'HEAD '
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${isHead ? '' : body}`,
    )
  }
  socket.destroy()
}
