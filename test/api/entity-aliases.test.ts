import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const classify = async (entity: string, externalId: string, text = `What I think of ${entity}: I love it`) =>
  (
    await api.data(
      `mutation ($input: ClassifyInput!) {
        classify(input: $input) { classification { id entity { id name } confidence } userErrors { message } }
      }`,
      { input: { text, entity, externalId } },
    )
  ).classify.classification

const entity = async (name: string) =>
  (
    await api.data(
      'query ($name: String!) { entity(name: $name) { id name aliases sentiment { counts { total unreadable } } } }',
      { name },
    )
  ).entity

const change = async (mutation: string, input: Record<string, unknown>) =>
  (
    await api.data(
      `mutation ($input: EntityAliasInput!) {
        ${mutation}(input: $input) { entity { name aliases } userErrors { code field message } }
      }`,
      { input },
    )
  )[mutation]

const merge = async (input: Record<string, unknown>) =>
  (
    await api.data(
      `mutation ($input: MergeEntitiesInput!) {
        mergeEntities(input: $input) { isDryRun movedCount droppedCount entity { name aliases } userErrors { code field } }
      }`,
      { input },
    )
  ).mergeEntities

test('a tweet about an alias is about the entity, in every place that takes a name', async () => {
  const { id } = (await classify('Facebook', 'f1')).entity
  expect(await change('addEntityAlias', { entityId: id, alias: '@FB' })).toEqual({
    entity: { name: 'Facebook', aliases: ['@FB'] },
    userErrors: [],
  })
  expect((await classify('#fb', 'f2')).entity).toEqual({ id, name: 'Facebook' })
  expect(await entity('fb')).toEqual({
    id,
    name: 'Facebook',
    aliases: ['@FB'],
    sentiment: { counts: { total: 2, unreadable: 0 } },
  })
  const { entities } = await api.data('{ entities(search: "fb") { totalCount edges { node { name } } } }')
  expect(entities).toEqual({ totalCount: 1, edges: [{ node: { name: 'Facebook' } }] })
  expect((await api.data('{ entities { edges { node { name } } } }')).entities.edges).toHaveLength(1)
})

test('the same tweet about the entity and its alias is stored once', async () => {
  const first = await classify('Facebook', 'once', 'the same words')
  expect((await classify('FB', 'once', 'the same words')).id).toBe(first.id)
  const { classifyBatch } = await api.data(
    `mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { results { classification { id } } } }`,
    { inputs: ['Facebook', 'FB'].map(name => ({ text: 'twice in a batch', entity: name, externalId: 'twice' })) },
  )
  const [one, other] = classifyBatch.results
  expect(one.classification.id).toBe(other.classification.id)
})

test('the model is given the name of the entity, for any alias', async () => {
  const text = 'FB is down again, but Facebook support is great'
  const predict = async (name: string) =>
    (
      await api.data(
        'query ($text: String!, $entity: String) { predict(text: $text, entity: $entity) { prediction { confidence } } }',
        { text, entity: name },
      )
    ).predict.prediction.confidence
  const { confidence } = await classify('FB', 'asked', text)
  expect(confidence).toBe(await predict('Facebook'))
  expect(confidence).toBe(await predict('fb'))
})

test('a name belongs to one entity', async () => {
  const facebook = await entity('Facebook')
  await classify('Meta', 'm1')
  const meta = await entity('Meta')
  expect(await change('addEntityAlias', { entityId: meta.id, alias: 'fb' })).toMatchObject({
    entity: null,
    userErrors: [{ code: 'CONFLICT', field: ['input', 'alias'], message: expect.stringContaining('Facebook') }],
  })
  expect(await change('addEntityAlias', { entityId: facebook.id, alias: 'META' })).toMatchObject({
    userErrors: [{ code: 'CONFLICT', message: expect.stringContaining('mergeEntities') }],
  })
  for (const alias of ['FB', 'facebook']) {
    expect(await change('addEntityAlias', { entityId: facebook.id, alias })).toMatchObject({ userErrors: [] })
  }
  expect((await entity('Facebook')).aliases).toEqual(['@FB'])
})

test.each([
  ['', 'INVALID'],
  ['!!!', 'INVALID'],
  ['a\u0000b', 'INVALID'],
  ['x'.repeat(201), 'TOO_LONG'],
])('the alias %# is refused', async (alias, code) => {
  const { id } = await entity('Facebook')
  expect(await change('addEntityAlias', { entityId: id, alias })).toMatchObject({
    entity: null,
    userErrors: [{ code, field: ['input', 'alias'] }],
  })
})

test('an id that is malformed, of another type or unknown is a user error at its field', async () => {
  const { id } = await entity('Facebook')
  const version = (await api.data('{ activeModel { id } }')).activeModel.id
  const unknown = Buffer.from('Entity:0190a0a0-0000-7000-8000-00000000000f').toString('base64')
  for (const [entityId, code] of [
    ['x', 'INVALID'],
    [version, 'INVALID'],
    [unknown, 'NOT_FOUND'],
  ]) {
    for (const mutation of ['addEntityAlias', 'removeEntityAlias']) {
      const { userErrors } = await change(mutation, { entityId, alias: 'FB' })
      const isMissingAlias = mutation === 'removeEntityAlias' && code === 'NOT_FOUND'
      expect(userErrors).toMatchObject([{ code, field: ['input', isMissingAlias ? 'alias' : 'entityId'] }])
    }
  }
  expect((await merge({ fromId: 'x', intoId: version })).userErrors).toEqual([
    { code: 'INVALID', field: ['input', 'fromId'] },
    { code: 'INVALID', field: ['input', 'intoId'] },
  ])
  expect((await merge({ fromId: id, intoId: unknown })).userErrors).toEqual([
    { code: 'NOT_FOUND', field: ['input', 'intoId'] },
  ])
})

test('a removed alias is an ordinary name', async () => {
  const { id } = (await classify('Instagram', 'i1')).entity
  await change('addEntityAlias', { entityId: id, alias: 'IG' })
  expect(await change('removeEntityAlias', { entityId: id, alias: 'ig' })).toEqual({
    entity: { name: 'Instagram', aliases: [] },
    userErrors: [],
  })
  expect(await change('removeEntityAlias', { entityId: id, alias: 'ig' })).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND' }],
  })
  expect(await change('removeEntityAlias', { entityId: id, alias: 'Instagram' })).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND' }],
  })
  expect((await classify('IG', 'i2')).entity.name).toBe('IG')
})

test('a merge is a dry run by default, and then moves as many rows as the dry run counted', async () => {
  for (const name of ['Twitter', 'X']) {
    for (let number = 0; number < 3; number++) await classify(name, `${name} ${number}`)
    await classify(name, 'about both', 'X was Twitter, which I hate')
  }
  // A text that the model cannot read counts apart, and is moved too.
  await classify('Twitter', 'unreadable', '这个产品非常好')
  const [twitter, x] = [await entity('Twitter'), await entity('X')]
  await change('addEntityAlias', { entityId: twitter.id, alias: 'the bird' })
  const ids = { fromId: twitter.id, intoId: x.id }

  const dry = await merge(ids)
  expect(dry).toMatchObject({ isDryRun: true, movedCount: 4, droppedCount: 1, userErrors: [] })
  expect((await entity('Twitter')).id).toBe(twitter.id)

  const done = await merge({ ...ids, dryRun: false })
  expect(done).toEqual({ ...dry, isDryRun: false, entity: { name: 'X', aliases: ['the bird', 'Twitter'] } })
  for (const name of ['X', 'twitter', '#TheBird']) {
    expect(await entity(name)).toMatchObject({ id: x.id, sentiment: { counts: { total: 8, unreadable: 1 } } })
  }
  expect((await classify('Twitter', 'later')).entity.name).toBe('X')
  await expectExactRollups(api.database.storage.pool)

  expect(await api.data('query ($id: ID!) { node(id: $id) { id } }', { id: twitter.id })).toEqual({ node: null })
  expect(await merge(ids)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['input', 'fromId'] }] })
  expect(await merge({ fromId: x.id, intoId: x.id })).toMatchObject({
    userErrors: [{ code: 'INVALID', field: ['input', 'intoId'] }],
  })
})

test('moved classifications keep the name that the model was given', async () => {
  const { rows } = await api.database.storage.pool.query(
    `SELECT c.asked_name AS "scoredName", count(*)::int AS count FROM classification c JOIN entity e ON e.id = c.entity_id
     WHERE e.name = 'X' GROUP BY 1 ORDER BY 1 NULLS FIRST`,
  )
  expect(rows).toEqual([
    { scoredName: null, count: 5 },
    { scoredName: 'Twitter', count: 4 },
  ])
})

test('no error was logged', () => {
  expect(api.logged).toEqual([])
})
