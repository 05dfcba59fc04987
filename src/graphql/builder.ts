import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import ValidationPlugin from '@pothos/plugin-validation'
import { GraphQLError } from 'graphql'
import { allows, SCOPES, type Scope } from '../scopes.ts'
import type PrismaTypes from '../storage/generated/pothos.ts'
import { getDatamodel } from '../storage/generated/pothos.ts'
import type { GraphqlContext } from './context.ts'
import { DEFAULT_LIST_COST, MAX_PAGE_SIZE } from './limits.ts'
import { readNodeId } from './node-id.ts'
import { DEFAULT_PAGE_SIZE } from './page.ts'

const PAGE_SIZES = `0 to ${MAX_PAGE_SIZE}, ${DEFAULT_PAGE_SIZE} if omitted`

/** What the resolver of a connection returns besides its page. */
interface Counted {
  /** Counts the elements of all pages; called only if `totalCount` is selected. Null if only reading every row would tell. */
  readonly countAll: () => Promise<number | null>
}

/**
 * Builds the types of every capability; `api/capabilities.ts` lists them. A field is non-null unless it says otherwise. Nullable are: every
 * root field, so that one that fails leaves the others their answers; and every field that runs a query of its own.
 */
export const builder = new SchemaBuilder<{
  Context: GraphqlContext
  AuthScopes: Record<Scope, boolean>
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  Connection: Counted
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    SafeInt: { Input: number; Output: number }
  }
}>({
  // Scopes come first, so that a field without permission runs nothing else.
  plugins: [ScopeAuthPlugin, ComplexityPlugin, RelayPlugin, PrismaPlugin, ValidationPlugin],
  defaultFieldNullability: false,
  // The limits themselves are checked once for each operation, before it runs; see `complexity-limit.ts`.
  complexity: { defaultComplexity: 1, defaultListMultiplier: DEFAULT_LIST_COST },
  // `scope-gate.ts` has refused such an operation as a whole. This is the second line of defence: each field checks its own scope.
  scopeAuth: {
    authScopes: ({ grant }) =>
      Object.fromEntries(SCOPES.map(scope => [scope, allows(grant, scope)])) as Record<Scope, boolean>,
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, _context, { fieldName }) =>
      new GraphQLError(`The key does not allow the field ${fieldName}.`, { extensions: { code: 'FORBIDDEN' } }),
  },
  prisma: { client: ({ database }) => database, dmmf: getDatamodel() },
  relay: {
    idFieldOptions: {
      description: 'Global id. Use it with `node` and wherever an argument takes an id of this type. It never changes.',
    },
    firstArgOptions: { description: `Page size, counted from the start: ${PAGE_SIZES}.` },
    afterArgOptions: { description: 'Cursor of the element before the page, such as `endCursor` of the page before.' },
    lastArgOptions: { description: `Page size, counted from the end: ${PAGE_SIZES}. Not together with \`first\`.` },
    beforeArgOptions: { description: 'Cursor of the element after the page, such as `startCursor` of the next page.' },
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    defaultEdgeTypeOptions: { description: 'An element of a list and its position there.' },
    // A connection's own field says how many elements it may have.
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      complexity: { field: 1, multiplier: 1 },
      description: 'The elements of this page with their cursors.',
    },
    nodesOnConnection: {
      complexity: { field: 1, multiplier: 1 },
      description: 'The elements of this page without their cursors.',
    },
    nodeFieldOptions: { nullable: false, description: 'The element itself.' },
    cursorFieldOptions: { description: 'Position of the element, for `after` and `before`.' },
    pageInfoFieldOptions: { description: 'The position of this page in the list.' },
    pageInfoTypeOptions: { description: 'The position of a page in its list.' },
    hasNextPageFieldOptions: { description: 'True if elements follow this page.' },
    hasPreviousPageFieldOptions: { description: 'True if elements precede this page.' },
    startCursorFieldOptions: { description: 'Pass it as `before` to get the previous page. Null on an empty page.' },
    endCursorFieldOptions: { description: 'Pass it as `after` to get the next page. Null on an empty page.' },
    nodeQueryOptions: {
      authScopes: { READ: true },
      description: 'Any object by its id; null if it does not exist.',
      args: { id: { description: 'Id of the object, as this API returned it.' } },
    },
    nodesQueryOptions: false,
    nodeTypeOptions: { description: 'An object with a global id.' },
    decodeGlobalID: readNodeId,
  },
})

builder.globalConnectionField('totalCount', t =>
  t.int({
    nullable: true,
    complexity: 10,
    description: 'Number of elements on all pages together. Null if only reading every row would tell.',
    resolve: ({ countAll }) => countAll(),
  }),
)

builder.queryType({ description: 'Reads. A query changes nothing that is stored.' })
builder.subscriptionType({
  description:
    'Changes, sent when they happen, at the same path as queries: over a WebSocket (protocol graphql-transport-ws) or as server-sent events (graphql-sse).',
})
builder.mutationType({
  description:
    'Writes. Each mutation returns a payload: `userErrors` lists what was wrong with the input and is empty if the mutation succeeded.',
})
