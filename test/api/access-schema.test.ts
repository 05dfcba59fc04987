import Fastify from 'fastify'
import { type GraphQLField, type GraphQLObjectType, getNamedType, isAbstractType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { declareAccess, requireDeclaredAccess } from '../../src/api/http/check-access.ts'
import { schema } from '../../src/api/schema.ts'
import { declaredScopes } from '../../src/api/scope-gate.ts'
import { NO_GRANT } from '../../src/scopes.ts'

/** Runs the change at once; recording it needs a database. */
const auditLog = { record: (_by: unknown, _action: unknown, _input: unknown, change: () => unknown) => change() }

const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
  type => type !== null && type !== undefined,
)
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields())
const rootFields = roots.flatMap(root => fieldsOf(root).map(field => ({ name: `${root.name}.${field.name}`, field })))

test('every field of the roots declares exactly one scope', () => {
  const undeclared = rootFields.filter(({ field }) => declaredScopes(field).length !== 1)
  expect(undeclared.map(({ name }) => name)).toEqual([])
  expect(rootFields.length).toBeGreaterThan(40)
})

test.each(rootFields)('$name itself refuses a request without its scope', async ({ field }) => {
  const call = field.subscribe ?? field.resolve
  const info = { fieldName: field.name, path: { key: field.name, prev: undefined, typename: 'Query' } }
  const called = (async () => call?.({}, {}, { grant: NO_GRANT, auditLog }, info as never))()
  await expect(called).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } })
})

test('a key without READ does not get from an answer to what others have stored', () => {
  const aggregates =
    /Connection$|^(SentimentSummary|SentimentBucket|HumanLabel|HumanLabelCounts|LabelAgreement|TopTerms)$/
  for (const { name, field } of rootFields.filter(({ field: own }) => declaredScopes(own)[0] === 'CLASSIFY')) {
    const reached = [...reachable(field)].filter(type => aggregates.test(type))
    expect({ name, reached }).toEqual({ name, reached: [] })
  }
})

/** The types that a client reaches without a further scope. */
function reachable(field: GraphQLField<unknown, unknown>, seen = new Set<string>()): Set<string> {
  const type = getNamedType(field.type)
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type]
  for (const next of types) {
    if (!isObjectType(next) || seen.has(next.name)) continue
    seen.add(next.name)
    for (const below of fieldsOf(next)) if (declaredScopes(below).length === 0) reachable(below, seen)
  }
  return seen
}

test('a server with a route that does not declare its access does not start', async () => {
  const app = Fastify()
  requireDeclaredAccess(app)
  app.get('/declared', { config: { access: 'PUBLIC' } }, () => '')
  await app.register(async scope => {
    declareAccess(scope, 'READ')
    scope.get('/also', () => '')
  })
  app.post('/forgotten', () => '')
  await expect(app.ready()).rejects.toThrow('The route POST /forgotten does not declare its access.')
})
