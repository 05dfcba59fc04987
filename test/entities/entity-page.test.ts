import { afterAll, beforeAll, expect, test } from 'vitest'
import { entityFilter, entityPageQuery } from '../../src/entities/entity-page.ts'
import { findEntity } from '../../src/entities/find-entity.ts'
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
  const ids = newIds(NAMES.length)
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

const entities = () => database.storage.prisma.entity

async function found(search: string | null): Promise<string[]> {
  const rows = await entities().findMany(entityPageQuery(search, { size: 100, isBackward: false, start: null }))
  expect(await entities().count({ where: entityFilter(search) })).toBe(rows.length)
  return rows.map(({ name }) => name).sort()
}

test('pages of any size, laid end to end, are all entities once, without the one that stands for none', async () => {
  for (const size of [1, 3, 100]) {
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const page: { name: string; key: string }[] = await entities().findMany({
        ...entityPageQuery(null, { size, isBackward: false, start: after === null ? null : [after] }),
        take: size,
      })
      seen.push(...page.map(({ name }) => name))
      if (page.length < size) break
      after = page.at(-1)?.key ?? null
    }
    expect([...seen].sort()).toEqual([...NAMES].sort())
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

test('an entity is found by any spelling, and one that nobody tweeted about is not', async () => {
  const { prisma } = database.storage
  expect((await findEntity(prisma, '#call_of_duty'))?.name).toBe('Call of Duty')
  expect(await findEntity(prisma, 'PlayStation')).toBeNull()
  expect(await findEntity(prisma, '')).toBeNull()
  expect(await findEntity(prisma, '@#')).toBeNull()
})
