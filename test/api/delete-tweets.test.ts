import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
  const inputs = [
    { text: 'I love Xbox', entity: 'Xbox', externalId: '1', author: 'ann' },
    { text: 'I love Xbox and Sony', entity: 'Xbox', externalId: '2', author: 'ben' },
    { text: 'I love Xbox and Sony', entity: 'Sony', externalId: '2', author: 'ben' },
    { text: 'Sony is awful', entity: 'Sony', externalId: '3', author: 'ben', postedAt: '2020-01-01T00:00:00Z' },
  ]
  const { classifyBatch } = await api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { userErrors { message } } } }',
    { inputs },
  )
  expect(classifyBatch.results.flatMap((result: { userErrors: unknown[] }) => result.userErrors)).toEqual([])
})
afterAll(() => api.close())

const DELETE = `mutation ($input: DeleteTweetsInput!, $dryRun: Boolean) {
  deleteTweets(input: $input, dryRun: $dryRun) { isDryRun isComplete tweetCount mentionCount labelCount userErrors { code message field } }
}`
const remove = async (input: object, dryRun = false) => (await api.data(DELETE, { input, dryRun })).deleteTweets
const entityOf = async (name: string) =>
  (await api.data('query ($name: String!) { entity(name: $name) { id sentiment { counts { total } } } }', { name }))
    .entity

test('a dry run counts, and the deletion removes as much and changes the figures', async () => {
  const counts = { tweetCount: 1, mentionCount: 2, labelCount: 0, userErrors: [] }
  expect(await remove({ externalIds: ['2'] }, true)).toEqual({ ...counts, isDryRun: true, isComplete: false })
  expect((await entityOf('Xbox')).sentiment.counts.total).toBe(2)
  expect(await remove({ externalIds: [' 2 '] })).toEqual({ ...counts, isDryRun: false, isComplete: true })
  expect((await entityOf('Xbox')).sentiment.counts.total).toBe(1)
  expect(await remove({ externalIds: ['2'] })).toMatchObject({ tweetCount: 0, mentionCount: 0, isComplete: true })
})

test('tweets are deleted by time, by author and by entity, which then is gone as well', async () => {
  expect(await remove({ before: '2021-01-01T00:00:00Z' })).toMatchObject({ tweetCount: 1, mentionCount: 1 })
  expect(await remove({ authors: ['ben'] })).toMatchObject({ tweetCount: 0 })
  const { id } = await entityOf('Xbox')
  expect(await remove({ entityId: id })).toMatchObject({ tweetCount: 1, mentionCount: 1, isComplete: true })
  expect(await entityOf('Xbox')).toBeNull()
})

test.each([
  [{}, 'INVALID', null],
  [{ externalIds: ['1'], authors: ['ann'] }, 'INVALID', null],
  [{ externalIds: [] }, 'INVALID', ['input', 'externalIds']],
  [{ authors: ['ann', ' '] }, 'INVALID', ['input', 'authors', '1']],
  [{ authors: ['a\0'] }, 'INVALID', ['input', 'authors', '0']],
  [{ externalIds: Array.from({ length: 1001 }, String) }, 'TOO_MANY', ['input', 'externalIds']],
  [{ entityId: 'none' }, 'INVALID', ['input', 'entityId']],
  [
    { entityId: Buffer.from('Entity:019aa3f2-6c1e-7d55-9b1f-6a3c2a7f0e11').toString('base64') },
    'NOT_FOUND',
    ['input', 'entityId'],
  ],
])('%j is refused', async (input, code, field) => {
  expect(await remove(input)).toMatchObject({ tweetCount: null, isComplete: null, userErrors: [{ code, field }] })
})
