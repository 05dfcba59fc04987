import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import { complexityLimit } from './complexity-limit.ts'
import type { GraphqlContext } from './context.ts'
import { formatError } from './errors.ts'
import { MAX_TOKENS } from './limits.ts'

export interface ApolloOptions {
  readonly schema: GraphQLSchema
  readonly isIntrospectionEnabled: boolean
  /** Is told of every error that clients only see masked. */
  readonly report: (error: unknown) => void
}

/** Ready to execute; `stop()` it when the server closes. */
export async function startApollo({
  schema,
  isIntrospectionEnabled,
  report,
}: ApolloOptions): Promise<ApolloServer<GraphqlContext>> {
  const apollo = new ApolloServer<GraphqlContext>({
    schema,
    introspection: isIntrospectionEnabled,
    hideSchemaDetailsFromClientErrors: !isIntrospectionEnabled,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: (formatted, error) => {
      const shown = formatError(formatted, error, report)
      return isIntrospectionEnabled ? shown : { ...shown, message: withoutSuggestion(shown.message) }
    },
    persistedQueries: false,
    plugins: [
      complexityLimit,
      // Wraps every field, and this API has no cache hints.
      ApolloServerPluginCacheControlDisabled(),
      // The environment could otherwise make them send schema and queries to another host.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      // GET /graphql is a page of our own.
      ApolloServerPluginLandingPageDisabled(),
    ],
  })
  await apollo.start()
  return apollo
}

/** Apollo takes suggestions from errors in the document; graphql-js makes them for variables as well. */
const withoutSuggestion = (message: string) => message.replace(/ Did you mean [^?]*\?/g, '')
