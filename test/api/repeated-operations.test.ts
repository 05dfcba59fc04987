import { print } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OVERVIEW } from '../../web/overview/overview-query.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi
/** More executions than it takes until an operation is compiled. */
const TIMES = 6

beforeAll(async () => {
  api = await startApi({ now: () => new Date('2026-11-24T12:00:00Z') })
  const inputs = ['Xbox', 'Nvidia', 'Xbox', null].map((entity, index) => ({
    text: `I love it, and that ${index} times`,
    entity,
    postedAt: `2026-11-2${index}T10:00:00Z`,
  }))
  await api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }',
    {
      inputs,
    },
  )
})
afterAll(() => api.close())

const range = { from: '2026-11-01T00:00:00+01:00', to: '2026-12-01T00:00:00+01:00', timezone: 'Europe/Berlin' }
const OPERATIONS: [string, string, Record<string, unknown>][] = [
  [
    'the overview',
    print(OVERVIEW),
    {
      first: 10,
      orderBy: { field: 'NET_SENTIMENT', direction: 'DESC' },
      range,
      hasBefore: true,
      trendRange: range,
      interval: 'WEEK',
    },
  ],
  [
    'an entity with its tweets and their classifications',
    `query ($name: String!) { entity(name: $name) {
      id name aliases reliability { source accuracy { value } } shareOfVoice { value low high } topTerms(label: POSITIVE) { terms { term } }
      classifications(last: 2, filter: { isUncertain: false }) {
        totalCount pageInfo { endCursor } edges { cursor node { id label tweet { text } explanation { term weight } model { version } } } }
      first: classifications(first: 1) { nodes { id label entity { name } } }
    } }`,
    { name: 'Xbox' },
  ],
  ['an unknown entity', 'query ($name: String!) { entity(name: $name) { name } }', { name: 'Unknown' }],
  [
    'a refused argument',
    'query ($range: RangeInput) { entity(name: "Xbox") { name trend(range: $range) { start } } }',
    { range: { ...range, timezone: 'Mars/Olympus' } },
  ],
  [
    'an entity of which some fields fail',
    `query ($range: RangeInput) { entity(name: "Xbox") { id
      trend(range: $range) { start } topTerms(label: POSITIVE, first: 1000) { sampleSize } classifications(last: -1) { totalCount }
      page: classifications(first: 2) { nodes { label explanation(first: 0) { term } tweet { text classifications { id } } } } } }`,
    { range: { ...range, timezone: 'Mars/Olympus' } },
  ],
  [
    'models and their evaluations',
    '{ models { edges { node { id version evaluations { dataset split accuracy { value } } } } } }',
    {},
  ],
  [
    'a comparison',
    'query ($names: [String!]!) { compareEntities(names: $names) { unknownNames pairs { isSignificant pValue } items { entity { name } } } }',
    { names: ['Xbox', 'Nvidia', 'Nobody'] },
  ],
]

/** Fields that fail at the same time may be reported in any order. */
async function ask(operation: string, variables: Record<string, unknown>) {
  const { errors = [], ...answer } = await api.ask(operation, variables)
  return { ...answer, errors: errors.toSorted((a, b) => (String(a.path) < String(b.path) ? -1 : 1)) }
}

test.each(OPERATIONS)('%s: repeated executions have the same result', async (_name, operation, variables) => {
  const first = await ask(operation, variables)
  expect(first.status).toBe(200)
  for (let time = 1; time < TIMES; time++) expect(await ask(operation, variables)).toEqual(first)
})

test('a node is found by its id in repeated requests', async () => {
  const { entity } = await api.data('{ entity(name: "Xbox") { id } }')
  for (let time = 0; time < TIMES; time++) {
    const { node } = await api.data(
      'query ($id: ID!) { node(id: $id) { __typename id ... on Entity { name } } }',
      entity,
    )
    expect(node).toEqual({ __typename: 'Entity', id: entity.id, name: 'Xbox' })
  }
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
