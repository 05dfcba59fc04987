import type { ApolloServerPlugin } from '@apollo/server'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { GraphqlContext } from '../graphql/context.ts'
import { allows, SCOPES, type Scope } from '../scopes.ts'

/** Refuses an operation with a field that the client's key does not allow, before any part of it runs. */
export const scopeGate: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, schema, contextValue: { grant } }) {
        if (operation === undefined || grant.scopes.has('ADMIN')) return
        const missing = scopesOf(schema, document, operation).filter(scope => !allows(grant, scope))
        if (missing.length > 0) throw forbidden(missing, grant.scopes)
      },
    }
  },
}

function forbidden(missing: readonly Scope[], given: ReadonlySet<Scope>): GraphQLError {
  const needed = missing.length === 1 ? `the scope ${missing[0]}` : `the scopes ${missing.join(' and ')}`
  return new GraphQLError(
    `This operation needs a key with ${needed}; this key has ${[...given].join(', ') || 'none'}.`,
    {
      extensions: { code: 'FORBIDDEN', neededScopes: missing, http: { status: 403 } },
    },
  )
}

/** By operation: a repeated document is the same object, because it is parsed only once. */
const known = new WeakMap<OperationDefinitionNode, readonly Scope[]>()

function scopesOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  const found = known.get(operation) ?? collectScopes(schema, document, operation)
  known.set(operation, found)
  return found
}

/** The scopes of all fields of a valid operation, also of those that `@skip` leaves out. */
function collectScopes(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Scope[] {
  const needed = new Set<Scope>()
  const fragments = new Map(
    document.definitions.flatMap(part => (part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part]] : [])),
  )
  const open: (OperationDefinitionNode | (typeof document.definitions)[number])[] = [operation]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const types = new TypeInfo(schema)
    visit(
      part,
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          const parent = types.getParentType()
          const owners =
            parent != null && isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent]
          for (const owner of owners) {
            const field = owner != null && 'getFields' in owner ? owner.getFields()[name.value] : undefined
            if (field !== undefined) for (const scope of declaredScopes(field)) needed.add(scope)
          }
        },
        FragmentSpread: ({ name }) => {
          const fragment = fragments.get(name.value)
          fragments.delete(name.value)
          if (fragment !== undefined) open.push(fragment)
        },
      }),
    )
  }
  return SCOPES.filter(scope => needed.has(scope))
}

/** The scopes that a field declares with `authScopes`. */
export function declaredScopes({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): readonly Scope[] {
  const { authScopes = {} } = extensions.pothosOptions as { readonly authScopes?: object }
  return SCOPES.filter(scope => scope in authScopes)
}
