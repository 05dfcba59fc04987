import type { ApolloServer } from '@apollo/server'
import type { DocumentNode, ExecutionArgs, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql'
import type { Semaphore } from '../concurrency/semaphore.ts'
import type { GraphqlContext, SharedContext } from '../graphql/context.ts'
import type { LiveStream } from '../live/conflated-stream.ts'
import type { Grant } from '../scopes.ts'
import type { Execution } from './compiled-execution.ts'
import type { ErrorFormat } from './error-format.ts'
import { FormattedError } from './formatted-error.ts'
import { checkOperation, type OperationRequest } from './operation-gate.ts'
import { subscribe } from './subscribe.ts'

/** Both libraries accept this context. */
type OperationArgs = ExecutionArgs & { readonly contextValue: Record<PropertyKey, unknown> }

type CheckedOperation =
  | { readonly isAccepted: true; readonly args: OperationArgs }
  | { readonly isAccepted: false; readonly errors: readonly FormattedError[] }

export interface Client {
  readonly grant: Grant
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal
}

/** Operations of the protocols that stream results, graphql-transport-ws and graphql-sse, with the limits and error formats of HTTP requests. */
export interface StreamedOperations {
  /** Checks an operation of any kind, and runs nothing. */
  check(request: OperationRequest, client: Client): Promise<CheckedOperation>
  /** Runs a query or mutation that was checked. */
  execute(args: ExecutionArgs): Promise<ExecutionResult>
  /** Runs a subscription that was checked. */
  subscribe(args: ExecutionArgs): Promise<LiveStream<ExecutionResult> | ExecutionResult>
  /** Errors as clients see them, in the order of the given ones. */
  formatErrors(errors: readonly GraphQLError[]): readonly FormattedError[]
}

export interface StreamedOperationsOptions {
  readonly apollo: ApolloServer<GraphqlContext>
  readonly schema: GraphQLSchema
  readonly execution: Execution
  readonly context: SharedContext
  readonly formatError: ErrorFormat
  /** Limits the concurrent execution of subscription events. */
  readonly withPermit: Semaphore
}

export function createStreamedOperations(options: StreamedOperationsOptions): StreamedOperations {
  const { apollo, schema, execution, context, formatError, withPermit } = options
  return {
    async check(request, client) {
      const checked = await checkOperation(apollo, { ...context, grant: client.grant }, request)
      if (!checked.isAccepted)
        return { isAccepted: false, errors: checked.errors.map(error => new FormattedError(error)) }
      return { isAccepted: true, args: argsOf(checked.document, request, client) }
    },
    execute: ({ document, operationName, variableValues, contextValue }) =>
      execution({
        document,
        operationName: operationName ?? null,
        variables: variableValues ?? {},
        context: contextValue as GraphqlContext,
      }),
    subscribe: args =>
      subscribe(args, withPermit, () => ({ ...context, grant: (args.contextValue as GraphqlContext).grant })),
    formatErrors: errors =>
      errors.map(error =>
        error instanceof FormattedError ? error : new FormattedError(formatError(error.toJSON(), error)),
      ),
  }

  function argsOf(document: DocumentNode, request: OperationRequest, { grant, signal }: Client): OperationArgs {
    return {
      schema,
      document,
      // A new object for each operation: Pothos caches loaded rows by it.
      contextValue: { ...context, grant, signal },
      variableValues: request.variables ?? null,
      operationName: request.operationName ?? null,
    }
  }
}
