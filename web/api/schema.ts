import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './introspection.generated.ts'

/** Writes an operation whose data and variables are typed by the schema. An operation that does not fit the schema fails to compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { DateTime: string; SafeInt: number }
}>()
