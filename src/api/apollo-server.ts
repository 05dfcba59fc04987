import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { GraphqlContext } from '../graphql/context.ts'
import { MAX_TOKENS } from '../graphql/limits.ts'
import { type Execution, executedBy } from './compiled-execution.ts'
import { complexityLimit } from './complexity-limit.ts'
import type { ErrorFormat } from './error-format.ts'
import type { Metrics } from './metrics/create-metrics.ts'
import { operationMetrics } from './metrics/operation-metrics.ts'
import { operationGate } from './operation-gate.ts'
import { scopeGate } from './scope-gate.ts'

export interface ApolloOptions {
  readonly schema: GraphQLSchema
  readonly execution: Execution
  readonly isIntrospectionEnabled: boolean
  readonly formatError: ErrorFormat
  readonly metrics: Pick<Metrics, 'operation'>
}

/**
 * Of parsed documents, as JSON. In memory they take four times as much, so Apollo's default of 30 MiB would take more than a quarter of the
 * process. A thousand documents of 1,300 characters fit.
 */
const MAX_DOCUMENTS_BYTES = 8 * 1024 * 1024

/** A started server. The caller has to `stop()` it. */
export async function startApollo({
  schema,
  execution,
  isIntrospectionEnabled,
  formatError,
  metrics,
}: ApolloOptions): Promise<ApolloServer<GraphqlContext>> {
  const apollo = new ApolloServer<GraphqlContext>({
    gateway: executedBy(schema, execution),
    introspection: isIntrospectionEnabled,
    hideSchemaDetailsFromClientErrors: !isIntrospectionEnabled,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    // It would refuse queries by GET without a header of Apollo's own. Cookies count only for pages of this server (`check-access.ts`), GET writes
    // nothing, and a page of another origin cannot read an answer.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError,
    persistedQueries: false,
    documentStore: new InMemoryLRUCache<DocumentNode>({ maxSize: MAX_DOCUMENTS_BYTES }),
    plugins: [
      operationMetrics(metrics),
      operationGate,
      scopeGate,
      complexityLimit,
      // This plugin would wrap every field, and the API has no cache hints.
      ApolloServerPluginCacheControlDisabled(),
      // Environment variables could make these plugins send the schema and queries to another host.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      // GET /graphql is Pulso's own page.
      ApolloServerPluginLandingPageDisabled(),
    ],
  })
  await apollo.start()
  return apollo
}
