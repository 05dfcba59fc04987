import { afterAll, beforeAll, expect, test } from 'vitest'
import { findEntity } from '../../src/entities/find-entity.ts'
import { countEntities, listEntities } from '../../src/entities/list-entities.ts'
import { entityKey } from '../../src/ml/language/entity-key.ts'
import { newIds } from '../../src/storage/new-ids.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const NAMES = [
  'Xbox',
  '#xbox360',
  'Call of Duty',
  'CallOfDuty: Warzone',
  'Disney+',
  'Disney',
  '任天堂',
  'Ünal',
  'zebra',
  '100%',
]

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  const ids = newIds(NAMES.length, new Date())
  await database.storage.prisma.entity.createMany({
    data: NAMES.map((name, index) => ({
      id: ids[index] ?? '',
      name,
      key: entityKey(name) ?? '',
      createdAt: new Date(),
    })),
  })
})
afterAll(() => database.drop())

async function found(search: string | null): Promise<string[]> {
  const { pool } = database.storage
  const page = { size: 100, isBackward: false, start: null }
  const rows = await listEntities(pool, { search, direction: 'asc' }, page)
  expect(await countEntities(pool, search)).toBe(rows.length)
  return rows.map(({ name }) => name).sort()
}

/** Every page of that size, laid end to end, in the order of the list. */
async function walk(direction: 'asc' | 'desc', size: number, isBackward: boolean): Promise<string[]> {
  const seen: string[] = []
  for (let start: readonly [string] | null = null; ; ) {
    const page = await listEntities(database.storage.pool, { search: null, direction }, { size, isBackward, start })
    seen.push(...page.slice(0, size).map(({ name }) => name))
    const last = page[size - 1]
    if (page.length <= size || last === undefined) return isBackward ? seen.toReversed() : seen
    start = [last.key]
  }
}

test('pages of any size, laid end to end, are all entities once, without the row for no entity', async () => {
  const upward = await walk('asc', 100, false)
  expect(upward.toSorted()).toEqual(NAMES.toSorted())
  for (const size of [1, 3, 100]) {
    for (const isBackward of [true, false]) {
      expect(await walk('asc', size, isBackward)).toEqual(upward)
      expect(await walk('desc', size, isBackward)).toEqual(upward.toReversed())
    }
  }
})

test.each([
  [null, [...NAMES].sort()],
  ['  ', [...NAMES].sort()],
  ['xbox', ['#xbox360', 'Xbox']],
  ['@XBOX', ['#xbox360', 'Xbox']],
  ['call of', ['Call of Duty', 'CallOfDuty: Warzone']],
  ['of duty w', ['CallOfDuty: Warzone']],
  ['disney+', ['Disney+']],
  ['天', ['任天堂']],
  ['ünal', ['Ünal']],
  ['%', []],
  ['_', []],
  ['🎮', []],
  ['nothing like it', []],
])('a search for %j finds %j', async (search, names) => {
  expect(await found(search)).toEqual(names)
})

test('an entity is found by any spelling, and null without tweets about it', async () => {
  const { prisma } = database.storage
  expect((await findEntity(prisma, '#call_of_duty'))?.name).toBe('Call of Duty')
  expect(await findEntity(prisma, 'PlayStation')).toBeNull()
  expect(await findEntity(prisma, '')).toBeNull()
  expect(await findEntity(prisma, '@#')).toBeNull()
})
