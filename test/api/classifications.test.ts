import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLASSIFICATION_ORDERS, sortValues } from '../support/classification-orders.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

const PAGE = `query (
  $first: Int, $after: String, $last: Int, $before: String, $filter: ClassificationFilter, $range: RangeInput, $orderBy: ClassificationOrder
) {
  entity(name: "Game") {
    classifications(first: $first, after: $after, last: $last, before: $before, filter: $filter, range: $range, orderBy: $orderBy) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { id label confidence isUncertain tweet { text author postedAt } entity { name } model { version } } }
    }
  }
}`

interface Node {
  readonly id: string
  readonly label: string
  readonly confidence: number
  readonly isUncertain: boolean
  readonly tweet: { readonly text: string; readonly author: string | null; readonly postedAt: string }
}
interface Connection {
  readonly totalCount: number | null
  readonly pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
  readonly edges: readonly { cursor: string; node: Node }[]
}

const page = async (variables: Record<string, unknown> = {}): Promise<Connection> =>
  (await api.data(PAGE, variables)).entity.classifications

/** Reads all pages, and calls `between` after each. */
async function walk(
  variables: Record<string, unknown>,
  between: () => Promise<unknown> = async () => {},
): Promise<Node[]> {
  const nodes: Node[] = []
  let after: string | null = null
  for (;;) {
    const { edges, pageInfo } = await page({ ...variables, after })
    nodes.push(...edges.map(({ node }) => node))
    if (!pageInfo.hasNextPage) return nodes
    after = pageInfo.endCursor
    await between()
  }
}

const store = (inputs: readonly Record<string, unknown>[]) =>
  api.data('mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }', {
    inputs: inputs.map(input => ({ entity: 'Game', ...input })),
  })

const TEXTS = ['I love it', 'I hate it', 'They open a store', 'Worst day ever', 'So good', 'Thanks a lot', 'Why though']

beforeAll(async () => {
  api = await startApi()
  // Many tweets have the same time, so that only the id orders them.
  await store(
    Array.from({ length: 50 }, (_, index) => ({
      text: `${TEXTS[index % TEXTS.length]} ${index}`,
      postedAt: `2026-01-01T00:0${index % 5}:00Z`,
      author: index % 10 === 0 ? 'ana' : 'ben',
    })),
  )
})
afterAll(() => api.close())

test('the first page has the twenty newest and the total count', async () => {
  const { totalCount, pageInfo, edges } = await page()
  expect(totalCount).toBe(50)
  expect(edges).toHaveLength(20)
  expect(pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: edges[0]?.cursor,
    endCursor: edges.at(-1)?.cursor,
  })
  expect(edges[0]?.node.tweet.postedAt).toBe('2026-01-01T00:04:00.000Z')
})

test.each(CLASSIFICATION_ORDERS)('by %s, pages have each classification once and in order', async (_name, orderBy) => {
  const nodes = await walk({ first: 7, orderBy })
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(50)
  const { values, sorted } = sortValues(orderBy, nodes)
  expect(values).toEqual(sorted)
})

test.each(CLASSIFICATION_ORDERS)('by %s, paging backward reads the same list', async (_name, orderBy) => {
  const forward = await walk({ first: 100, orderBy })
  const nodes: Node[] = []
  for (let before: string | null = null; ; ) {
    const { edges, pageInfo } = await page({ last: 7, before, orderBy })
    nodes.unshift(...edges.map(({ node }) => node))
    expect(pageInfo).toMatchObject({
      hasNextPage: before !== null,
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    })
    if (!pageInfo.hasPreviousPage) break
    before = pageInfo.startCursor
  }
  expect(nodes).toEqual(forward)
})

test('the page before a page is the previous one', async () => {
  const one = await page({ first: 6 })
  const two = await page({ first: 6, after: one.pageInfo.endCursor })
  const back = await page({ last: 6, before: two.pageInfo.startCursor })
  expect(back.edges).toEqual(one.edges)
  expect(back.pageInfo).toEqual({ ...one.pageInfo, hasPreviousPage: false, hasNextPage: true })
})

test('nodes are the edges without their cursors', async () => {
  const selection = 'id label tweet { text } model { version }'
  const { entity } = await api.data(
    `{ entity(name: "Game") {
      both: classifications(first: 3) { nodes { ${selection} } edges { node { ${selection} } } }
      nodes: classifications(first: 3) { nodes { ${selection} } }
    } }`,
  )
  const nodes = entity.both.edges.map(({ node }: { node: Node }) => node)
  expect(nodes).toHaveLength(3)
  expect(entity.both.nodes).toEqual(nodes)
  expect(entity.nodes.nodes).toEqual(nodes)
})

test('tweets that are stored during paging neither repeat nor hide others', async () => {
  const before = new Set((await walk({ first: 100 })).map(({ id }) => id))
  let count = 0
  const nodes = await walk({ first: 9 }, () => {
    count += 1
    return store([
      { text: `Newer ${count}`, postedAt: `2026-02-01T00:00:0${count}Z`, author: 'late' },
      { text: `Older ${count}`, postedAt: `2025-02-01T00:00:0${count}Z`, author: 'late' },
    ])
  })
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
  const seen = nodes.filter(({ id }) => before.has(id))
  expect(seen).toHaveLength(50)
})

test('a filter returns its matches, and their number', async () => {
  const all = await walk({ first: 100 })
  const positive = await page({ first: 100, filter: { label: 'POSITIVE' } })
  expect(positive.edges.every(({ node }) => node.label === 'POSITIVE')).toBe(true)
  expect(positive.totalCount).toBe(all.filter(({ label }) => label === 'POSITIVE').length)
  expect(positive.edges).toHaveLength(positive.totalCount ?? -1)
  const certain = await page({ first: 100, filter: { isUncertain: false } })
  expect(certain.totalCount).toBe(all.filter(({ isUncertain }) => !isUncertain).length)
  const byAna = await page({ first: 100, filter: { author: 'ana' } })
  expect(byAna.edges).toHaveLength(all.filter(({ tweet }) => tweet.author === 'ana').length)
  expect(byAna.totalCount).toBe(byAna.edges.length)
})

const FILTERS: readonly [filter: Record<string, unknown>, passes: (node: Node) => boolean][] = [
  [{ label: 'POSITIVE' }, ({ label }) => label === 'POSITIVE'],
  [{ author: 'ana' }, ({ tweet }) => tweet.author === 'ana'],
  [{ isUncertain: true }, ({ isUncertain }) => isUncertain],
  [{ isUncertain: false, label: 'NEGATIVE' }, ({ isUncertain, label }) => !isUncertain && label === 'NEGATIVE'],
  [{ author: 'ben', isUncertain: false }, ({ isUncertain, tweet }) => !isUncertain && tweet.author === 'ben'],
  [{ author: 'nobody' }, () => false],
]
const RANGE = { from: '2026-01-01T00:01:00Z', to: '2026-01-01T00:04:00Z' }

test.each(CLASSIFICATION_ORDERS)('by %s, every filter and period is paged correctly', async (_name, orderBy) => {
  const everything = await walk({ first: 100, orderBy })
  const inRange = ({ tweet }: Node) =>
    Date.parse(tweet.postedAt) >= Date.parse(RANGE.from) && Date.parse(tweet.postedAt) < Date.parse(RANGE.to)
  for (const [filter, passes] of FILTERS) {
    const found = await walk({ first: 3, orderBy, filter })
    expect(found).toEqual(everything.filter(passes))
    const inPeriod = await walk({ first: 4, orderBy, filter, range: RANGE })
    expect(inPeriod).toEqual(everything.filter(node => passes(node) && inRange(node)))
  }
})

test('a filter by a model without classifications matches nothing', async () => {
  const { models } = await api.data('{ models { edges { node { id version } } } }')
  const other = models.edges.find(({ node }: { node: { version: string } }) => node.version.startsWith('seed-lstm@'))
  for (const [, orderBy] of CLASSIFICATION_ORDERS) {
    expect(await page({ orderBy, filter: { modelId: other.node.id } })).toMatchObject({ edges: [], totalCount: 0 })
  }
})

test('a range and a filter are combined', async () => {
  const { edges, totalCount } = await page({
    first: 100,
    range: { from: '2026-01-01T00:01:00Z', to: '2026-01-01T00:02:00Z' },
    filter: { author: 'ben' },
  })
  expect(totalCount).toBe(10)
  expect(edges.map(({ node }) => node.tweet.postedAt)).toEqual(Array(10).fill('2026-01-01T00:01:00.000Z'))
})

test('an empty page has the total count', async () => {
  expect(await page({ first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true, endCursor: null } })
})

test.each([
  [{ first: -1 }, ['first']],
  [{ first: 101 }, ['first']],
  [{ first: 1_000_000_000 }, ['first']],
  [{ last: -1 }, ['last']],
  [{ last: 101 }, ['last']],
  [{ first: 1, last: 1 }, ['last']],
  [{ before: 'nonsense' }, ['before']],
  [{ after: 'nonsense' }, ['after']],
  [{ after: '' }, ['after']],
  [{ after: Buffer.from('["TIME desc",["2026","x"]]').toString('base64url') }, ['after']],
  [
    { after: Buffer.from('["TIME desc",[1e300,"00000000-0000-7000-8000-000000000000"]]').toString('base64url') },
    ['after'],
  ],
  [{ range: { timezone: 'Nowhere' } }, ['range', 'timezone']],
])('%j is refused, and the error names the argument', async (variables, field) => {
  const { errors } = await api.ask(PAGE, variables)
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }])
})

test('the cursor of one order is refused by another', async () => {
  const { pageInfo } = await page({ first: 5 })
  const { errors } = await api.ask(PAGE, { orderBy: { field: 'TIME', direction: 'ASC' }, after: pageInfo.endCursor })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }])
})

test('an author with characters that no text can have has no tweets', async () => {
  const { edges } = await page({ filter: { author: "a\u0000b'; --" } })
  expect(edges).toEqual([])
})

test('a classification is found by its id, directly and as a node', async () => {
  const [first] = (await page({ first: 1 })).edges
  const { classification, node } = await api.data(
    `query ($id: ID!) {
      classification(id: $id) { id label tweet { text } }
      node(id: $id) { __typename id ... on Classification { tweet { text classifications { id } } } }
    }`,
    { id: first?.node.id },
  )
  expect(classification).toEqual({
    id: first?.node.id,
    label: first?.node.label,
    tweet: { text: first?.node.tweet.text },
  })
  expect(node).toMatchObject({
    __typename: 'Classification',
    id: first?.node.id,
    tweet: { text: first?.node.tweet.text },
  })
})

test('no internal error was logged', () => {
  expect(api.logged).toEqual([])
})
