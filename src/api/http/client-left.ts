import type { FastifyReply } from 'fastify'

/** Aborted when the connection ends before the response is sent. */
export function clientLeft({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController()
  raw.once('close', () => {
    if (!raw.writableEnded) leaving.abort()
  })
  return leaving.signal
}
