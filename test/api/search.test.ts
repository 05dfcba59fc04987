import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLASSIFICATION_ORDERS, sortValues } from '../support/classification-orders.ts'
import { whenIndexed } from '../support/when-indexed.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

const PAGE = `query (
  $first: Int, $after: String, $last: Int, $before: String, $filter: ClassificationFilter, $range: RangeInput, $orderBy: ClassificationOrder
) {
  entity(name: "Game") {
    classifications(first: $first, after: $after, last: $last, before: $before, filter: $filter, range: $range, orderBy: $orderBy) {
      totalCount minimumCount asOf
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { id label confidence isUncertain tweet { text author postedAt } entity { name } } }
    }
  }
}`

interface Node {
  readonly id: string
  readonly label: string
  readonly confidence: number
  readonly isUncertain: boolean
  readonly tweet: { readonly text: string; readonly author: string; readonly postedAt: string }
}

const page = async (variables: Record<string, unknown>) => (await api.data(PAGE, variables)).entity.classifications
const find = async (text: string, filter: Record<string, unknown> = {}) =>
  (await page({ first: 100, filter: { text, ...filter } })).edges.map(({ node }: { node: Node }) => node) as Node[]
const textsOf = (nodes: readonly Node[]) => nodes.map(({ tweet }) => tweet.text).sort()

async function walk(variables: Record<string, unknown>): Promise<Node[]> {
  const nodes: Node[] = []
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await page({ ...variables, after })
    nodes.push(...edges.map(({ node }: { node: Node }) => node))
    if (!pageInfo.hasNextPage) return nodes
    after = pageInfo.endCursor
  }
}

const store = (inputs: readonly Record<string, unknown>[]) =>
  api.data('mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }', {
    inputs: inputs.map(input => ({ entity: 'Game', ...input })),
  })

const indexed = () => whenIndexed(api.database.storage.pool)

const KINDS = [
  'I love the refund policy',
  'I hate refunds',
  'They open a store',
  'Worst #CallOfDuty day',
  '@game_help so good',
]

beforeAll(async () => {
  api = await startApi()
  await store(
    Array.from({ length: 60 }, (_, index) => ({
      text: `${KINDS[index % KINDS.length]} n${index}`,
      postedAt: `2026-01-0${1 + (index % 3)}T00:0${index % 4}:00Z`,
      author: index % 10 === 0 ? 'ana' : 'ben',
    })),
  )
  await store([{ text: 'a refund elsewhere', entity: 'Other' }])
  await indexed()
})
afterAll(() => api.close())

test.each([
  ['refund', 24],
  ['REFUNDED', 24],
  ['refund love', 12],
  ['refund -love', 12],
  ['store or policy', 24],
  ['"refund policy"', 12],
  ['"policy refund"', 0],
  ['#CallOfDuty', 12],
  ['duty', 12],
  ['@game_help', 12],
  ['n17', 1],
  ['nothing-like-it', 0],
])('%s finds %i', async (text, count) => {
  expect(await find(text)).toHaveLength(count)
})

test('a search has a total count, and the time up to which tweets are indexed', async () => {
  const { totalCount, asOf } = await page({ filter: { text: 'refund' } })
  expect(totalCount).toBe((await page({ filter: { text: 'refund' }, first: 100 })).edges.length)
  expect(totalCount).toBeGreaterThan(0)
  expect(Math.abs(Date.now() - Date.parse(asOf))).toBeLessThan(60_000)
  expect((await page({})).asOf).toBeNull()
})

test.each([
  [{}, 60],
  [{ text: 'refund' }, 24],
  [{ author: 'ana' }, 6],
  [{ author: 'ana', text: 'refund' }, 6],
  [{ author: 'nobody\u0000' }, 0],
])('the list of %j has %i elements', async (filter, count) => {
  expect(await page({ filter })).toMatchObject({ totalCount: count, minimumCount: count })
})

test('a list by label and certainty has its length too', async () => {
  const filter = { label: 'POSITIVE', isUncertain: true }
  const { totalCount, edges } = await page({ first: 100, filter })
  expect(totalCount).toBe(edges.length)
})

test.each(CLASSIFICATION_ORDERS)('by %s, pages have each match once and in order', async (_name, orderBy) => {
  const nodes = await walk({ first: 5, orderBy, filter: { text: 'refund' } })
  expect(nodes).toHaveLength(24)
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(24)
  const { values, sorted } = sortValues(orderBy, nodes)
  expect(values).toEqual(sorted)
})

test.each(CLASSIFICATION_ORDERS)('by %s, paging backward finds the same matches', async (_name, orderBy) => {
  const filter = { text: 'refund' }
  const nodes: Node[] = []
  for (let before: string | null = null; ; ) {
    const { edges, pageInfo } = await page({ last: 5, before, orderBy, filter })
    nodes.unshift(...edges.map(({ node }: { node: Node }) => node))
    expect(pageInfo.hasNextPage).toBe(before !== null)
    if (!pageInfo.hasPreviousPage) break
    before = pageInfo.startCursor
  }
  expect(nodes).toEqual(await walk({ first: 100, orderBy, filter }))
})

test('a text can be combined with other conditions', async () => {
  const all = await find('refund')
  for (const label of ['POSITIVE', 'NEGATIVE']) {
    const wanted = all.filter(node => node.label === label)
    expect(textsOf(await find('refund', { label }))).toEqual(textsOf(wanted))
  }
  const uncertain = all.filter(node => node.isUncertain)
  expect(textsOf(await find('refund', { isUncertain: true }))).toEqual(textsOf(uncertain))
  const byAna = all.filter(({ tweet }) => tweet.author === 'ana')
  expect(byAna.length).toBeGreaterThan(0)
  expect(textsOf(await find('refund', { author: 'ana' }))).toEqual(textsOf(byAna))
  const { edges } = await page({
    first: 100,
    filter: { text: 'refund' },
    range: { from: '2026-01-02T00:00:00Z', to: '2026-01-03T00:00:00Z' },
    orderBy: { field: 'CONFIDENCE', direction: 'ASC' },
  })
  const ofTheDay = all.filter(({ tweet }) => tweet.postedAt.startsWith('2026-01-02'))
  expect(textsOf(edges.map(({ node }: { node: Node }) => node))).toEqual(textsOf(ofTheDay))
})

test('an empty page has the same information', async () => {
  const { edges, pageInfo } = await page({ first: 0, filter: { text: 'refund' } })
  expect(edges).toEqual([])
  expect(pageInfo).toMatchObject({ hasNextPage: true, endCursor: null })
})

test.each([['the'], [''], ['  '], ['x'.repeat(201)], ['#@!']])('%j has no searchable word', async text => {
  const { errors } = await api.ask(PAGE, { filter: { text } })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['filter', 'text'] } }])
})

test.each([["'; DROP TABLE tweet; --"], ['a & b | !c <-> :*'], ['refund\u0000 policy'], ['((("'], ['-refund']])(
  '%j is only words',
  async text => {
    expect((await api.ask(PAGE, { filter: { text } })).status).toBe(200)
  },
)

test('a removed tweet is no longer found, and a new one is found soon', async () => {
  await store([{ text: 'a thimbleful of rain' }])
  await indexed()
  expect(await find('thimbleful')).toHaveLength(1)
  await api.database.storage.pool.query(`DELETE FROM tweet WHERE text LIKE '%thimbleful%'`)
  expect(await find('thimbleful')).toEqual([])
  await indexed()
  expect(await find('thimbleful')).toEqual([])
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
