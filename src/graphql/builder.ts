import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ValidationPlugin from '@pothos/plugin-validation'
import type PrismaTypes from '../storage/generated/pothos.ts'
import { getDatamodel } from '../storage/generated/pothos.ts'
import type { GraphqlContext } from './context.ts'
import { DEFAULT_LIST_COST } from './limits.ts'
import { readNodeId } from './node-id.ts'

/** What every capability's types are built with. `schema.ts` lists the files that add to it. */
export const builder = new SchemaBuilder<{
  Context: GraphqlContext
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
  }
}>({
  plugins: [ComplexityPlugin, RelayPlugin, PrismaPlugin, ValidationPlugin],
  defaultFieldNullability: false,
  // The limits themselves are checked once for each operation, before it runs; see `complexity-limit.ts`.
  complexity: { defaultComplexity: 1, defaultListMultiplier: DEFAULT_LIST_COST },
  prisma: { client: ({ database }) => database, dmmf: getDatamodel() },
  relay: {
    // A connection's own field says how many elements it may have.
    edgesFieldOptions: { nullable: { list: false, items: false }, complexity: { field: 1, multiplier: 1 } },
    nodeFieldOptions: { nullable: false },
    nodeQueryOptions: { description: 'Any object by its id; null where there is none.' },
    nodesQueryOptions: false,
    nodeTypeOptions: { description: 'An object with an id of its own that stays the same.' },
    decodeGlobalID: readNodeId,
  },
})

builder.queryType({ description: 'Reads. Nothing here changes what is stored.' })
builder.subscriptionType({
  description:
    'What changes, told as it happens, over a WebSocket at the same path as queries (protocol graphql-transport-ws).',
})
builder.mutationType({
  description:
    'Writes. Each answers with a payload whose `userErrors` say what was wrong with the input; empty means that it worked.',
})
