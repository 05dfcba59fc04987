import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import type { GraphqlContext } from '../../graphql/context.ts'
import { MAX_GRAPHQL_BODY_BYTES } from '../../graphql/limits.ts'
import { clientLeft } from './client-left.ts'
import { compressAnswers } from './compress-answers.ts'
import { answerErrors, type ErrorShape } from './error-answers.ts'

const graphqlError: ErrorShape = (status, message) => ({
  errors: [{ message, extensions: { code: status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR' } }],
})

/** `POST /graphql`. Only JSON is read, which a page of another origin cannot send without asking first. */
export async function addGraphqlRoute(
  app: FastifyInstance,
  apollo: ApolloServer<GraphqlContext>,
  context: GraphqlContext,
): Promise<void> {
  await app.register(async scope => {
    answerErrors(scope, graphqlError)
    await compressAnswers(scope)
    scope.post(
      '/graphql',
      { bodyLimit: MAX_GRAPHQL_BODY_BYTES },
      fastifyApolloHandler(apollo, {
        // A fresh object for each request: Pothos keeps what it has loaded by it.
        context: async (_request, reply) => ({ ...context, signal: clientLeft(reply) }),
      }),
    )
  })
}
