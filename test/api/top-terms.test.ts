import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectExactTermCounts } from '../support/exact-term-counts.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { whenIndexed } from '../support/when-indexed.ts'
import { startApi, type TestApi } from './start-api.ts'

let database: TestDatabase
let api: TestApi

const TOP = `query ($label: Label!, $range: RangeInput, $first: Int, $name: String!, $modelId: ID) {
  entity(name: $name) { topTerms(label: $label, range: $range, first: $first, modelId: $modelId) {
    terms { term count otherCount weight low high } sampleSize otherSampleSize from to asOf model { id version }
  } }
}`

const top = async (label: string, variables: Record<string, unknown> = {}) =>
  (await api.data(TOP, { name: 'Acme Phone', label, ...variables })).entity.topTerms
const termsOf = (answer: { terms: readonly { term: string }[] }) => answer.terms.map(({ term }) => term)

const store = (inputs: readonly Record<string, unknown>[]) =>
  api.data('mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }', {
    inputs: inputs.map(input => ({ entity: 'Acme Phone', ...input })),
  })

const indexed = () => whenIndexed(database.storage.pool)

beforeAll(async () => {
  database = await createTestDatabase()
  api = await startApi({ database })
  await store([
    ...Array.from({ length: 20 }, (_, index) => ({
      text: `I love love love the acme phone, its camera is gorgeous ${index}`,
      postedAt: '2026-01-01T12:00:00Z',
    })),
    ...Array.from({ length: 20 }, (_, index) => ({
      text: `I hate my acme phone, the battery is awful and dies ${index}`,
      postedAt: '2026-01-03T12:00:00Z',
    })),
    // Six variants of one tweet.
    ...Array.from({ length: 6 }, (_, index) => ({
      text: `I hate it, the charger is awful ${'!'.repeat(index)}`,
      externalId: '2401',
      postedAt: '2026-01-03T12:00:00Z',
    })),
  ])
  await indexed()
})
afterAll(async () => {
  await api.close()
  await database.drop()
})

test('aliases are not terms', async () => {
  const before = termsOf(await top('NEGATIVE'))
  expect(before).toContain('battery')
  const { entity } = await api.data('{ entity(name: "Acme Phone") { id } }')
  const change = (mutation: string) =>
    api.data(`mutation ($input: EntityAliasInput!) { ${mutation}(input: $input) { userErrors { message } } }`, {
      input: { entityId: entity.id, alias: 'Battery' },
    })
  await change('addEntityAlias')
  expect(termsOf(await top('NEGATIVE'))).toEqual(before.filter(term => term !== 'battery'))
  await change('removeEntityAlias')
})

test('each label has its words, without names and stop words', async () => {
  const positive = await top('POSITIVE')
  expect(positive).toMatchObject({ sampleSize: 20, otherSampleSize: 21, from: null, to: null })
  expect(termsOf(positive)).toEqual(expect.arrayContaining(['camera', 'gorgeous', 'love']))
  const negative = await top('NEGATIVE')
  expect(termsOf(negative)).toEqual(expect.arrayContaining(['battery', 'awful', 'hate']))
  expect([...termsOf(positive), ...termsOf(negative)].filter(term => /acme|phone|^the$|^i$/.test(term))).toEqual([])
})

test('a word counts once for each tweet, and once for six variants of one tweet', async () => {
  const { terms } = await top('NEGATIVE', { first: 100 })
  expect(terms.find(({ term }: { term: string }) => term === 'hate')).toMatchObject({ count: 21, otherCount: 0 })
  // A term needs more than one tweet.
  expect(termsOf({ terms })).not.toContain('charger')
})

test('each term has an interval around its weight, the most significant first', async () => {
  const { terms } = await top('NEGATIVE')
  for (const { low, weight, high } of terms) {
    expect(low).toBeLessThan(weight)
    expect(weight).toBeLessThan(high)
    expect(weight).toBeGreaterThan(0)
  }
  const surety = terms.map(({ weight, low }: { weight: number; low: number }) => weight / (weight - low))
  expect(surety).toEqual([...surety].sort((a, b) => b - a))
})

test('a range counts every UTC day that it overlaps, and returns these days', async () => {
  const range = { from: '2026-01-01T23:59:00Z', to: '2026-01-02T00:00:00Z' }
  const answer = await top('POSITIVE', { range })
  expect(answer).toMatchObject({
    sampleSize: 20,
    otherSampleSize: 0,
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-01-02T00:00:00.000Z',
  })
  const none = await top('POSITIVE', { range: { from: '2026-01-02T00:00:00Z', to: '2026-01-03T00:00:00Z' } })
  expect(none).toMatchObject({ sampleSize: 0, otherSampleSize: 0, terms: [] })
})

test('another model version has separate terms, and none before it has classified a tweet', async () => {
  const { rows } = await database.storage.pool.query(`SELECT version FROM model_version WHERE role IS NULL LIMIT 1`)
  const { models } = await api.data('{ models { edges { node { id version } } } }')
  const other = models.edges.find(({ node }: { node: { version: string } }) => node.version === rows[0].version).node
  const answer = await top('POSITIVE', { modelId: other.id })
  expect(answer).toMatchObject({ terms: [], sampleSize: 0, model: { version: other.version } })
})

test.each([
  [{ first: -1 }, ['first']],
  [{ first: 101 }, ['first']],
  [{ range: { timezone: 'Nowhere' } }, ['range', 'timezone']],
])('%j is refused, and the error names the argument', async (variables, field) => {
  const { errors } = await api.ask(TOP, { name: 'Acme Phone', label: 'POSITIVE', ...variables })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }])
})

test('when the indexing server stops, another one on the same database continues', async () => {
  const runner = async () =>
    (await database.storage.pool.query('SELECT runner_id FROM indexing_lease')).rows[0].runner_id
  const other = await startApi({ database })
  const before = await runner()
  await api.close()
  api = other
  await store([{ text: 'a thimbleful of rain', externalId: 'rain' }])
  await indexed()
  expect(await runner()).not.toBe(before)
  const { rowCount } = await database.storage.pool.query(`SELECT 1 FROM indexed_tweet WHERE external_id = 'rain'`)
  expect(rowCount).toBe(1)
  await expectExactTermCounts(database.storage.pool)
})
