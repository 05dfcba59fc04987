import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './introspection.generated.ts'

/** Writes a document whose answer and variables are typed by the schema; one that the schema does not have fails to compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { DateTime: string; SafeInt: number }
}>()
