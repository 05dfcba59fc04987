import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { startApi, type TestApi } from './start-api.ts'

let database: TestDatabase
const servers: TestApi[] = []

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  await database.drop()
})

async function start(): Promise<TestApi> {
  const api = await startApi({ database })
  servers.push(api)
  return api
}

const classify = async (api: TestApi, entity: string) => {
  const { classify: answer } = await api.data(
    'mutation ($input: ClassifyInput!) { classify(input: $input) { classification { entity { id name } } userErrors { message } } }',
    { input: { text: 'I love it', entity } },
  )
  expect(answer.userErrors).toEqual([])
  return answer.classification.entity
}

const entity = async (api: TestApi, name: string) =>
  (
    await api.data(
      'query ($name: String!) { entity(name: $name) { id name aliases sentiment { counts { total } } } }',
      { name },
    )
  ).entity

const keys = async () =>
  (await database.storage.pool.query("SELECT name, key FROM entity WHERE key <> '' ORDER BY name, key")).rows

test('C, C# and C++ are three entities', async () => {
  const api = await start()
  const ids = [await classify(api, 'C'), await classify(api, 'C#'), await classify(api, 'C++')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  for (const [name, spelling] of [
    ['C', '#c'],
    ['C#', 'c#'],
    ['C++', '#c++'],
  ] as const) {
    expect(await entity(api, spelling)).toMatchObject({ name, sentiment: { counts: { total: 1 } } })
  }
  expect(await classify(api, '#xbox')).toEqual(await classify(api, 'Xbox'))
})

test('entities and aliases of an older release keep their tweets under the keys of this one', async () => {
  const old = await start()
  const csharp = await classify(old, 'C#')
  await classify(old, 'C#')
  const xbox = await classify(old, '#xbox')
  await old.data('mutation ($input: EntityAliasInput!) { addEntityAlias(input: $input) { userErrors { message } } }', {
    input: { entityId: xbox.id, alias: 'F#' },
  })
  await classify(old, 'G#')
  await classify(old, 'G')
  // As the older release stored them; another process of it may have stored G# once more.
  await database.storage.pool.query("UPDATE entity SET key = replace(key, '#', '') WHERE name IN ('C#', 'F#')")
  await database.storage.pool.query("UPDATE entity SET name = 'G#' WHERE key = 'g'")
  expect(await entity(old, 'C')).toMatchObject({ id: csharp.id })

  const renewed = [
    { name: '#xbox', key: 'xbox' },
    { name: 'C#', key: 'c#' },
    { name: 'F#', key: 'f#' },
    { name: 'G#', key: 'g' },
    { name: 'G#', key: 'g#' },
  ]
  for (let time = 0; time < 2; time++) {
    const api = await start()
    expect(await keys()).toEqual(renewed)
    expect(await entity(api, 'C#')).toMatchObject({ id: csharp.id, sentiment: { counts: { total: 2 } } })
    expect(await entity(api, 'F#')).toMatchObject({ id: xbox.id, aliases: ['F#'] })
    expect(await entity(api, 'C')).toBeNull()
  }
  const api = await start()
  expect(await classify(api, 'C')).toMatchObject({ name: 'C' })
  expect(await entity(api, 'C#')).toMatchObject({ sentiment: { counts: { total: 2 } } })
  await expectExactRollups(database.storage.pool)
})
