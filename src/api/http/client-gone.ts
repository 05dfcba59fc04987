import type { FastifyReply } from 'fastify'

/** Aborts if the client disconnects before the response is sent. */
export function clientGone({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  raw.once('close', () => {
    if (!raw.writableEnded) controller.abort()
  })
  return controller.signal
}
