import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import type { GraphqlContext, SharedContext } from '../../graphql/context.ts'
import { MAX_BATCH_BODY_BYTES, MAX_DOCUMENT_LENGTH } from '../../graphql/limits.ts'
import { conditionalSubscription } from '../operation-gate.ts'
import type { StreamedOperations } from '../streamed-operations.ts'
import { declareAccess } from './check-access.ts'
import { clientGone } from './client-gone.ts'
import { compressResponses } from './compress-responses.ts'
import { handleErrors, type SendError } from './error-responses.ts'
import { eventStreamHandler, prefersEventStream } from './event-stream.ts'
import { BodyError, readJsonBodies } from './json-body.ts'
import { varyBy } from './vary-by.ts'

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<GraphqlContext>
  readonly context: SharedContext
  readonly operations: StreamedOperations
}

const sendGraphqlError: SendError = (reply, status, message) =>
  reply
    .code(status)
    .type('application/json')
    .send({
      errors: [
        { message, extensions: { code: CODES[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR') } },
      ],
    })

const CODES: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'THROTTLED',
  503: 'UNAVAILABLE',
}

/**
 * `POST /graphql`, and queries by `GET /graphql`. A body must be JSON, which a page of another origin cannot send without a preflight
 * request. A GET request writes nothing. Operations of every kind are answered by events if the client prefers that.
 */
export async function addGraphqlRoute(
  app: FastifyInstance,
  { apollo, context, operations }: GraphqlRouteOptions,
): Promise<void> {
  await app.register(async scope => {
    declareAccess(scope, 'ANY_KEY')
    handleErrors(scope, sendGraphqlError)
    compressResponses(scope)
    readJsonBodies(scope, {
      large: {
        bytes: MAX_BATCH_BODY_BYTES,
        isLarge: beginning => beginning.includes('classifyBatch'),
        advice: 'More are allowed only for classifyBatch, if its document precedes its variables.',
      },
    })
    const respond = fastifyApolloHandler(apollo, {
      // A new object for each request: Pothos caches loaded rows by it.
      context: async ({ grant }, reply) => ({ ...context, grant, signal: clientGone(reply) }),
    })
    const stream = eventStreamHandler(scope, operations)
    const answer = (request: FastifyRequest, reply: FastifyReply) =>
      prefersEventStream(request) && request.method !== 'HEAD'
        ? stream(request, reply)
        : respond.call(scope, request, reply)
    scope.post('/graphql', { preHandler: refuseUnreadable, onRequest: varyByAccept }, answer)
    scope.get<{ Querystring: Record<string, unknown> }>(
      '/graphql',
      { constraints: { isGetQuery: true }, preHandler: refuseUnreadable, onRequest: varyByAccept },
      answer,
    )
  })
}

const varyByAccept: onRequestHookHandler = (_request, reply, done) => {
  varyBy(reply, 'Accept')
  done()
}

async function refuseUnreadable({ body, query: search }: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const given = body ?? search
  const query = typeof given === 'object' && given !== null && 'query' in given ? given.query : null
  if (typeof query !== 'string') return
  if (query.length > MAX_DOCUMENT_LENGTH) {
    throw new BodyError(
      413,
      `The document has ${query.length.toLocaleString('en')} characters; at most ${MAX_DOCUMENT_LENGTH.toLocaleString('en')} are allowed. Send texts as variables.`,
    )
  }
  const message = conditionalSubscription(query)
  if (message === null) return
  return reply.code(400).send({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] })
}
