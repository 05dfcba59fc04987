import { afterAll, beforeAll, expect, test } from 'vitest'
import { mergeEntities } from '../../src/entities/merging/merge-entities.ts'
import { NO_ENTITY_ID } from '../../src/storage/no-entity.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'

let running: TestService

beforeAll(async () => {
  running = await startTestService()
})
afterAll(() => running.close())

const pool = () => running.database.storage.pool
const idOf = async (name: string) =>
  (await running.database.storage.prisma.entity.findFirstOrThrow({ where: { name } })).id

const store = async (entity: string, ids: readonly string[]) => {
  const answers = await running.service.classify(
    ids.map(externalId =>
      requestOf({
        entity,
        source: { kind: 'external', externalId },
        text: `tweet ${externalId}`,
        importedLabel: 'NEUTRAL',
      }),
    ),
  )
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
}

const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)

/** Names of the tweets that are classified for an entity, and of those with an imported label. */
async function tweetsOf(entityId: string): Promise<{ classified: string[]; labelled: string[] }> {
  const read = async (table: string) => {
    const { rows } = await pool().query<{ id: string }>(
      `SELECT t.external_id AS id FROM ${table} AS given JOIN tweet t ON t.id = given.tweet_id WHERE given.entity_id = $1`,
      [entityId],
    )
    return rows.map(({ id }) => id).sort()
  }
  return { classified: await read('classification'), labelled: await read('imported_label') }
}

test('every row moves, rows of both entities are kept once, and nothing is left of the other entity', async () => {
  await store('Old', [...numbered('old', 20), ...numbered('both', 5)])
  await store('New', [...numbered('new', 20), ...numbered('both', 5)])
  await pool().query(`
    INSERT INTO cross_fitted_answer (model_version_id, tweet_id, entity_id, label, is_uncertain)
    SELECT model_version_id, tweet_id, entity_id, CASE entity.name WHEN 'New' THEN 'POSITIVE'::label ELSE 'NEGATIVE' END, false
    FROM classification JOIN entity ON entity.id = entity_id`)
  const merge = { fromId: await idOf('Old'), intoId: await idOf('New') }
  expect(await mergeEntities(pool(), merge, false)).toEqual({ ok: true, value: { movedCount: 20, droppedCount: 5 } })
  const { rows: fitted } = await pool().query(
    'SELECT entity_id AS id, label, count(*)::int FROM cross_fitted_answer GROUP BY 1, 2 ORDER BY 2',
  )
  expect(fitted).toEqual([
    { id: merge.intoId, label: 'POSITIVE', count: 25 },
    { id: merge.intoId, label: 'NEGATIVE', count: 20 },
  ])
  const all = [...numbered('old', 20), ...numbered('new', 20), ...numbered('both', 5)].sort()
  expect(await tweetsOf(merge.intoId)).toEqual({ classified: all, labelled: all })
  expect(await tweetsOf(merge.fromId)).toEqual({ classified: [], labelled: [] })
  await expectExactRollups(pool())
})

test('an alias or an unknown id is not merged, nor anything into it', async () => {
  const id = await idOf('New')
  for (const other of [NO_ENTITY_ID, await idOf('Old'), '00000000-0000-7000-8000-000000000000']) {
    const problem = { code: 'NOT_FOUND' }
    expect(await mergeEntities(pool(), { fromId: id, intoId: other }, false)).toMatchObject({ ok: false, problem })
    expect(await mergeEntities(pool(), { fromId: other, intoId: id }, true)).toMatchObject({ ok: false, problem })
  }
})

test('writers of both names, also of the same tweets, lose nothing while entities are merged', async () => {
  const names = ['One', 'Two', 'Three']
  for (const name of names) await store(name, numbered(`${name} before `, 30))
  const [one, two, three] = await Promise.all(names.map(idOf))
  if (one === undefined || two === undefined || three === undefined) throw new Error('An entity is missing.')
  let isMerging = true
  const written = new Set<string>(names.flatMap(name => numbered(`${name} before `, 30)))
  const write = async (writer: number) => {
    for (let round = 0; isMerging || round < 3; round++) {
      // Half of them are written by every writer, about whatever entity it has in hand.
      const ids = [...numbered(`own ${writer} ${round} `, 5), ...numbered(`shared ${round} `, 5)]
      await store(names[(writer + round) % names.length] ?? '', ids)
      for (const id of ids) written.add(id)
    }
  }
  const writers = [0, 1, 2, 3].map(write)
  const merged = await mergeEntities(pool(), { fromId: one, intoId: two }, false)
  const chained = await mergeEntities(pool(), { fromId: two, intoId: three }, false)
  isMerging = false
  await Promise.all(writers)
  expect([merged.ok, chained.ok]).toEqual([true, true])
  expect(await tweetsOf(three)).toEqual({ classified: [...written].sort(), labelled: [...written].sort() })
  expect(await tweetsOf(one)).toEqual({ classified: [], labelled: [] })
  expect(await tweetsOf(two)).toEqual({ classified: [], labelled: [] })
  await expectExactRollups(pool())
}, 60_000)

test('two merges of the same entities in opposite directions leave one entity', async () => {
  await store('Left', numbered('left', 5))
  await store('Right', numbered('right', 5))
  const [left, right] = [await idOf('Left'), await idOf('Right')]
  const outcomes = await Promise.all([
    mergeEntities(pool(), { fromId: left, intoId: right }, false),
    mergeEntities(pool(), { fromId: right, intoId: left }, false),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const { rows } = await pool().query(`SELECT name FROM entity WHERE name IN ('Left', 'Right') AND alias_of_id IS NULL`)
  expect(rows).toHaveLength(1)
  await expectExactRollups(pool())
})
