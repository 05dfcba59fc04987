import { afterAll, beforeAll, expect, test } from 'vitest'
import { newcombe } from '../../src/statistics/newcombe.ts'
import { storeLabels } from '../support/store-labels.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

/** Positive, neutral, negative and irrelevant tweets in the second week of March and in the week before. */
const STORED: Record<string, readonly [readonly number[], readonly number[]]> = {
  Xbox: [
    [8, 1, 2, 0],
    [2, 0, 8, 0],
  ],
  'Call of Duty': [
    [1, 0, 3, 0],
    [3, 0, 1, 0],
  ],
  Nvidia: [
    [5, 5, 5, 5],
    [0, 3, 0, 0],
  ],
  Disney: [
    [0, 4, 0, 0],
    [1, 0, 0, 0],
  ],
  'Disney+': [
    [0, 0, 4, 0],
    [0, 0, 1, 0],
  ],
  日本: [
    [0, 0, 0, 0],
    [3, 0, 0, 0],
  ],
}
/** Entities with one tweet each, which has no time and counts when it is stored. */
const OTHERS = ['Ärzte', 'xkcd', 'C++', 'Zelda']
const NAMES = [...Object.keys(STORED), ...OTHERS]
const WEEK = { from: '2026-03-09T00:00:00Z', to: '2026-03-16T00:00:00Z' }

beforeAll(async () => {
  api = await startApi()
  for (const [entity, [labels, labelsBefore]] of Object.entries(STORED)) {
    await storeLabels(api.database.storage, { entity, labels, at: '2026-03-10T10:00:00Z' })
    await storeLabels(api.database.storage, { entity, labels: labelsBefore, at: '2026-03-04T10:00:00Z' })
  }
  await api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }',
    { inputs: [...OTHERS.map(entity => ({ text: `About ${entity}`, entity })), { text: 'About nothing' }] },
  )
})
afterAll(() => api.close())

interface Page {
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly nodes: readonly { readonly name: string }[]
}
const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $search: String, $orderBy: EntityOrder, $range: RangeInput) {
  entities(first: $first, after: $after, last: $last, before: $before, search: $search, orderBy: $orderBy, range: $range) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { name }
  }
}`
const page = async (variables: Record<string, unknown>): Promise<Page> => (await api.data(LIST, variables)).entities
const namesOf = ({ nodes }: Pick<Page, 'nodes'>) => nodes.map(({ name }) => name)

test.each(['Xbox', '@xbox', '#XBOX', ' x-box '])('%j is Xbox', async name => {
  const { entity } = await api.data('query ($name: String!) { entity(name: $name) { name } }', { name })
  expect(entity).toEqual({ name: 'Xbox' })
})

test.each(['', '!!!', 'Playstation', '\u0000', "Xbox'; DROP TABLE entity; --", 'x'.repeat(100_000)])(
  'an unknown name %# is null',
  async name => {
    expect(await api.data('query ($name: String!) { entity(name: $name) { name } }', { name })).toEqual({
      entity: null,
    })
  },
)

async function forward(variables: Record<string, unknown>): Promise<string[]> {
  const names: string[] = []
  let after: string | null = null
  do {
    const { nodes, pageInfo, totalCount } = await page({ first: 3, after, ...variables })
    expect(totalCount).toBe(NAMES.length)
    names.push(...namesOf({ nodes }))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
  return names
}

async function backward(variables: Record<string, unknown>): Promise<string[]> {
  const names: string[] = []
  let before: string | null = null
  do {
    const { nodes, pageInfo } = await page({ last: 3, before, ...variables })
    names.unshift(...namesOf({ nodes }))
    before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null
  } while (before !== null)
  return names
}

test('every entity is listed once, page by page, and the whole message is not an entity', async () => {
  expect((await forward({})).toSorted()).toEqual(NAMES.toSorted())
})

const order = (field: string, direction: string) => ({ orderBy: { field, direction }, range: WEEK })

test('entities are ordered over the whole store, those without a value last in either direction', async () => {
  const byName = await forward(order('NAME', 'ASC'))
  expect(await forward(order('NAME', 'DESC'))).toEqual(byName.toReversed())
  const quiet = (known: readonly string[]) => byName.filter(name => !known.includes(name))

  const most = ['Nvidia', 'Xbox', 'Call of Duty', 'Disney', 'Disney+']
  expect(await forward(order('TWEETS', 'DESC'))).toEqual([...most, ...quiet(most)])
  const fewest = ['Call of Duty', 'Disney', 'Disney+', 'Xbox', 'Nvidia']
  expect(await forward(order('TWEETS', 'ASC'))).toEqual([...fewest, ...quiet(fewest)])

  for (const [field, values] of Object.entries(await shownValues())) {
    const risen = Object.keys(values).toSorted((one, other) => (values[one] ?? 0) - (values[other] ?? 0))
    expect(risen).toHaveLength(5)
    expect(values.Xbox).toBeGreaterThan(0)
    expect(values['Disney+']).toBeLessThan(values.Xbox ?? 0)
    expect(await forward(order(field, 'ASC'))).toEqual([...risen, ...quiet(risen)])
    expect(await forward(order(field, 'DESC'))).toEqual([...risen.toReversed(), ...quiet(risen)])
  }
})

/** The values of entities that have one, as other fields show them. */
async function shownValues() {
  const shown = { NET_SENTIMENT: {} as Record<string, number>, CHANGE: {} as Record<string, number> }
  for (const name of NAMES) {
    const { entity } = await api.data(
      `query ($name: String!, $range: RangeInput!) { entity(name: $name) {
        sentiment(range: $range) { netSentiment { value } } sentimentChange(range: $range) { difference { value } }
      } }`,
      { name, range: WEEK },
    )
    const [net, change] = [entity.sentiment.netSentiment.value, entity.sentimentChange.difference.value]
    if (net !== null) shown.NET_SENTIMENT[name] = net
    if (change !== null) shown.CHANGE[name] = change
  }
  return shown
}

test.each(['NAME', 'TWEETS', 'NET_SENTIMENT', 'CHANGE'])('by %s, pages backward are pages forward', async field => {
  for (const direction of ['ASC', 'DESC']) {
    expect(await backward(order(field, direction))).toEqual(await forward(order(field, direction)))
  }
})

test('without a range, the order by tweets counts all of them', async () => {
  const { nodes } = await page({ first: 2, orderBy: { field: 'TWEETS', direction: 'DESC' } })
  expect(namesOf({ nodes })).toEqual(['Nvidia', 'Xbox'])
})

test('entities can be ordered by the counts of another model version', async () => {
  const versions = await api.data('{ models { nodes { id version } } summaryModel { id } }')
  const other = versions.models.nodes.find(({ id }: { id: string }) => id !== versions.summaryModel.id)
  const { entities } = await api.data(
    'query ($modelId: ID) { entities(modelId: $modelId, orderBy: { field: TWEETS, direction: DESC }) { nodes { name } } }',
    { modelId: other.id },
  )
  expect(namesOf(entities)).toEqual(await forward({}))
})

test('the change of an entity is the difference of two summaries, and the errors of the model largely cancel', async () => {
  const { entity } = await api.data(
    `query ($range: RangeInput!, $before: RangeInput!) {
      entity(name: "Xbox") {
        sentiment(range: $range) { netSentiment { value low high } }
        earlier: sentiment(range: $before) { counts { total } netSentiment { value } }
        sentimentChange(range: $range) {
          difference { value low high sampleSize basis labelledCount sampling { value low high sampleSize } } pValue
          before { counts { total } netSentiment { value } } beforeFrom beforeTo
        }
      }
    }`,
    { range: WEEK, before: { from: '2026-03-02T00:00:00Z', to: '2026-03-09T00:00:00Z' } },
  )
  const { difference, before, beforeFrom, beforeTo, pValue } = entity.sentimentChange
  expect([beforeFrom, beforeTo]).toEqual(['2026-03-02T00:00:00.000Z', '2026-03-09T00:00:00.000Z'])
  expect(before).toEqual(entity.earlier)
  const { netSentiment } = entity.sentiment
  expect(difference.value).toBe(netSentiment.value - before.netSentiment.value)
  expect(difference).toMatchObject({ sampleSize: 21, basis: 'MODEL', labelledCount: 0 })
  const shares = newcombe({ successes: 8, trials: 10 }, { successes: 2, trials: 10 })
  expect(difference.sampling.low).toBeCloseTo(2 * (shares.low ?? 0), 12)
  expect(difference.sampling.high).toBeCloseTo(2 * (shares.high ?? 0), 12)
  expect(difference.sampling.sampleSize).toBe(20)
  expect(difference.low).toBeLessThan(difference.sampling.low)
  expect(difference.high - difference.low).toBeLessThan(2 * (netSentiment.high - netSentiment.low))
  expect(pValue < 0.05).toBe(difference.low > 0)
})

test('a day on which clocks change is compared with the local day before it', async () => {
  const at = ['2026-03-27T23:10:00Z', '2026-03-27T23:30:00Z', '2026-03-28T12:00:00Z', '2026-03-28T23:30:00Z']
  for (const [number, postedAt] of at.entries()) {
    await storeLabels(api.database.storage, {
      entity: 'Zelda',
      labels: [1, 0, 0, 0],
      at: postedAt,
      externalIds: [`dst ${number}`],
    })
  }
  const { entity } = await api.data(
    `{ entity(name: "Zelda") { sentimentChange(range: {
      from: "2026-03-28T23:00:00Z", to: "2026-03-29T22:00:00Z", timezone: "Europe/Madrid"
    }) { before { counts { total } } } } }`,
  )
  expect(entity.sentimentChange.before.counts.total).toBe(3)
})

test.each([
  [{ from: WEEK.from }, ['range', 'to']],
  [{ to: WEEK.to }, ['range', 'from']],
  [null, ['range', 'from']],
])('without both ends, the range %j has no change', async (range, field) => {
  const expected = [{ message: expect.stringContaining('both'), extensions: { code: 'BAD_USER_INPUT', field } }]
  const { data, errors } = await api.ask(LIST, { orderBy: { field: 'CHANGE', direction: 'DESC' }, range })
  expect(errors).toMatchObject(expected)
  expect(data).toEqual({ entities: null })
  if (range === null) return
  const change = await api.ask(
    'query ($range: RangeInput!) { entity(name: "Xbox") { name sentimentChange(range: $range) { beforeTo } } }',
    { range },
  )
  expect(change.errors).toMatchObject(expected)
  expect(change.data).toEqual({ entity: { name: 'Xbox', sentimentChange: null } })
})

test.each([
  ['disney', ['Disney', 'Disney+']],
  ['Call Of', ['Call of Duty']],
  ['本', ['日本']],
  ['%', []],
  ['_', []],
  ['!!!', []],
  ['\u0000', []],
])('searching for %j finds %j, in any order', async (search, names) => {
  for (const variables of [{}, order('TWEETS', 'DESC')]) {
    const found = await page({ search, ...variables })
    expect(namesOf(found).toSorted()).toEqual(names)
    expect(found.totalCount).toBe(names.length)
  }
})

test.each([null, '', '  '])('searching for %j finds all', async search => {
  expect((await page({ search })).totalCount).toBe(NAMES.length)
})

const cursor = (...position: unknown[]) => Buffer.from(JSON.stringify(position)).toString('base64url')

test.each([
  [{ first: 101 }, ['first']],
  [{ first: -1 }, ['first']],
  [{ last: 101 }, ['last']],
  [{ after: 'x' }, ['after']],
  [{ before: 'x' }, ['before']],
  [{ after: cursor('entities NAME asc', [null, 'a\u0000']) }, ['after']],
  [{ after: cursor('entities NAME asc', ['a']) }, ['after']],
  [{ after: cursor('entities TWEETS desc', [1, 'a']) }, ['after']],
])('%j is an error at its argument', async (variables, field) => {
  const { errors } = await api.ask(LIST, variables)
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }])
})

test('no error was logged', () => {
  expect(api.logged).toEqual([])
})
