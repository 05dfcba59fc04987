import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ExecutionResult, GraphQLFormattedError } from 'graphql'
import { createHandler, type OperationContext } from 'graphql-sse'
import Negotiator from 'negotiator'
import type { LiveStream } from '../../live/conflated-stream.ts'
import type { Client, StreamedOperations } from '../streamed-operations.ts'
import { clientGone } from './client-gone.ts'

const EVENT_STREAM = 'text/event-stream'
const JSON_TYPES = ['application/graphql-response+json', 'application/json']

/** As many as WebSockets. */
const MAX_STREAMS = 500
/** Limit of unsent results. The library does not wait for a slow client. */
const MAX_UNSENT_BYTES = 1024 * 1024

/** Whether a client prefers a stream of events to a JSON response. */
export const prefersEventStream = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes(EVENT_STREAM) === true &&
  new Negotiator({ headers }).mediaTypes([...JSON_TYPES, EVENT_STREAM])[0] === EVENT_STREAM

/** Responds with the results of the request's operation as server-sent events. */
export type EventStreamHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/**
 * The protocol graphql-sse in its mode of distinct connections: a request for each operation. The mode with a single connection would keep
 * reserved streams on the server, without a limit or an end.
 */
export function eventStreamHandler(app: FastifyInstance, operations: StreamedOperations): EventStreamHandler {
  const open = new Set<Readable>()
  // Without the event `complete`, so that clients connect again.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.destroy()
  })
  const handle = createHandler<FastifyRequest, Client, OperationContext>({
    authenticate: () => null,
    validate: () => [],
    onSubscribe: async ({ context: client }, { query, variables, operationName }) => {
      const request = { query, variables: variables ?? undefined, operationName: operationName ?? undefined }
      const checked = await operations.check(request, client)
      return checked.isAccepted ? checked.args : only({ errors: checked.errors })
    },
    execute: operations.execute,
    subscribe: async args => {
      const results = await operations.subscribe(args)
      return Symbol.asyncIterator in results ? endable(results) : results
    },
    onNext: (_context, _request, result) =>
      result.errors === undefined ? undefined : { ...result, errors: operations.formatErrors(result.errors) },
  })

  return async (request, reply) => {
    if (open.size >= MAX_STREAMS) {
      return reply
        .code(503)
        .header('Retry-After', '10')
        .send(failure({ message: 'Too many event streams are open.', extensions: { code: 'OVERLOADED' } }))
    }
    const [body, { status, headers = {} }] = await handle({
      method: request.method,
      url: request.url,
      headers: { get: name => (name === 'accept' ? EVENT_STREAM : String(request.headers[name] ?? '')) },
      body: request.body as Record<string, unknown> | null,
      raw: request,
      context: { grant: request.grant, signal: clientGone(reply) },
    })
    if (typeof body === 'string' || body === null) return reply.code(status).headers(headers).send(body)
    const stream = buffered(body)
    open.add(stream)
    const stopWatching = request.grant.onEnd(() => stream.destroy())
    stream.once('close', () => {
      open.delete(stream)
      stopWatching()
    })
    return reply.type(EVENT_STREAM).header('Cache-Control', 'no-cache').header('X-Accel-Buffering', 'no').send(stream)
  }
}

const failure = (error: GraphQLFormattedError) => ({ errors: [error] })

/** The library ends only streams that have all methods of a generator. */
const endable = (results: LiveStream<ExecutionResult>) => ({
  next: results.next,
  return: results.return,
  async throw(error: unknown): Promise<never> {
    await results.return()
    throw error
  },
  [Symbol.asyncIterator]() {
    return this
  },
})

/** The library accepts a result without data only in a stream. */
async function* only(result: ExecutionResult) {
  yield result
}

/** The events of a stream, which ends if the client reads too slowly. Destroying it ends the operation. */
function buffered(events: AsyncGenerator<string, void, undefined>): Readable {
  const stream = new Readable({
    read() {},
    destroy(error, done) {
      events.return(undefined).then(() => done(error), done)
    },
  })
  const pass = async () => {
    for await (const event of events) {
      if (stream.destroyed) return
      stream.push(event)
      if (stream.readableLength > MAX_UNSENT_BYTES) stream.destroy()
    }
    stream.push(null)
  }
  pass().catch((error: Error) => stream.destroy(error))
  return stream
}
