import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { mergeEntities } from '../../src/entities/merging/merge-entities.ts'
import type { Label } from '../../src/labels.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'

let running: TestService

beforeAll(async () => {
  running = await startTestService()
})
afterAll(() => running.close())

const pool = () => running.database.storage.pool

interface MentionKey {
  readonly tweetId: string
  readonly entityId: string
}

/** Stores the same tweet for an entity; `imported` is its label in a file. */
async function store(entity: string, imported: Label | null, externalId = 'one'): Promise<MentionKey> {
  const request = requestOf({ entity, source: { kind: 'external', externalId }, importedLabel: imported })
  const [answer] = await running.service.classify([request])
  if (answer?.ok !== true) throw new Error('The mention was not stored.')
  const { rows } = await pool().query<MentionKey>(
    'SELECT tweet_id AS "tweetId", entity_id AS "entityId" FROM classification WHERE id = $1',
    [answer.value.id],
  )
  return rows[0] as MentionKey
}

/** The `number` of the row is the place in the order of calls: later labels have later times. */
let calls = 0

const label = (
  { tweetId, entityId }: MentionKey,
  annotator: string,
  given: Label | null,
  origin = 'API',
  number?: number,
) => {
  calls += 1
  return pool().query(
    `INSERT INTO mention_label (tweet_id, entity_id, label, annotator, number, origin, labelled_at)
     VALUES ($1, $2, $3, $4, $5, $6, timestamptz '2026-01-01 00:00Z' + $7 * interval '1 second')`,
    [tweetId, entityId, given, annotator, number ?? calls, origin, calls],
  )
}

async function resolved({ tweetId, entityId }: MentionKey) {
  const { rows } = await pool().query(
    `SELECT label, basis, annotator, annotator_count AS annotators, is_disputed AS disputed FROM human_label
     WHERE tweet_id = $1 AND entity_id = $2`,
    [tweetId, entityId],
  )
  expect(rows.length).toBeLessThanOrEqual(1)
  return rows[0] ?? null
}

let mention: MentionKey

beforeEach(async () => {
  await pool().query(
    'TRUNCATE tweet, import_mention, classification, mention_label, resolved_label, label_draw_item, cross_fitted_answer',
  )
  mention = await store('Xbox', null)
})

test('a mention without a label has none, and a file’s label is its only one', async () => {
  expect(await resolved(mention)).toBeNull()
  const other = await store('Sony', 'NEGATIVE')
  expect(await resolved(other)).toEqual({
    label: 'NEGATIVE',
    basis: 'SINGLE',
    annotator: 'file',
    annotators: 1,
    disputed: false,
  })
})

test('the latest label of one annotator holds, and without any label the file’s holds again', async () => {
  const other = await store('Sony', 'NEGATIVE')
  await label(other, 'ann', 'POSITIVE')
  expect(await resolved(other)).toMatchObject({ label: 'POSITIVE', basis: 'SINGLE', annotator: 'ann', disputed: true })
  await label(other, 'ann', 'NEUTRAL')
  expect(await resolved(other)).toMatchObject({ label: 'NEUTRAL', annotators: 2 })
  await label(other, 'ann', null)
  expect(await resolved(other)).toMatchObject({ label: 'NEGATIVE', annotator: 'file', annotators: 1, disputed: false })
})

test('two equal labels outweigh a later single one, a tie does not', async () => {
  await label(mention, 'ann', 'POSITIVE')
  await label(mention, 'bob', 'POSITIVE')
  expect(await resolved(mention)).toMatchObject({ label: 'POSITIVE', basis: 'AGREED', annotators: 2, disputed: false })
  await label(mention, 'cid', 'NEGATIVE')
  expect(await resolved(mention)).toMatchObject({ label: 'POSITIVE', basis: 'AGREED', annotators: 3, disputed: true })
  await label(mention, 'dan', 'NEGATIVE')
  expect(await resolved(mention)).toMatchObject({
    label: 'NEGATIVE',
    basis: 'SINGLE',
    annotator: 'dan',
    disputed: true,
  })
})

test('an adjudication decides, and leaves the adjudicator’s own label as it was', async () => {
  await label(mention, 'ann', 'POSITIVE')
  await label(mention, 'bob', 'NEGATIVE')
  await label(mention, 'ann', 'NEUTRAL', 'AGREEMENT')
  expect(await resolved(mention)).toMatchObject({
    label: 'NEUTRAL',
    basis: 'ADJUDICATED',
    annotators: 2,
    disputed: false,
  })
  const { rows } = await pool().query(
    `SELECT annotator, label FROM current_label WHERE origin <> 'AGREEMENT' ORDER BY 1`,
  )
  expect(rows).toEqual([
    { annotator: 'ann', label: 'POSITIVE' },
    { annotator: 'bob', label: 'NEGATIVE' },
  ])
  await label(mention, 'ann', null, 'AGREEMENT')
  expect(await resolved(mention)).toMatchObject({
    label: 'NEGATIVE',
    basis: 'SINGLE',
    annotator: 'bob',
    disputed: true,
  })
})

test('a file that is imported after a person has labelled is one more annotator', async () => {
  await label(mention, 'ann', 'POSITIVE')
  await store('Xbox', 'POSITIVE')
  expect(await resolved(mention)).toMatchObject({ label: 'POSITIVE', basis: 'AGREED', annotators: 2 })
})

test('stored labels cannot be changed', async () => {
  await label(mention, 'ann', 'POSITIVE')
  for (const change of [
    `label = 'NEGATIVE'`,
    `annotator = 'bob'`,
    'labelled_at = now()',
    'inclusion_probability = 1',
  ]) {
    await expect(pool().query(`UPDATE mention_label SET ${change}`)).rejects.toThrow('Labels are never changed')
  }
})

test('a merge keeps every label of people, and the labels of the entity that stays hold', async () => {
  const from = await store('Xbox 360', 'NEUTRAL')
  const alone = await store('Xbox 360', 'NEGATIVE', 'two')
  await label(mention, 'ann', 'POSITIVE', 'API', 1)
  await label(from, 'ann', 'NEGATIVE', 'API', 1)
  await label(from, 'ann', null, 'API', 2)
  await label(from, 'ann', 'IRRELEVANT', 'API', 3)
  await label(from, 'bob', 'NEUTRAL', 'API', 1)
  await label(alone, 'bob', 'POSITIVE', 'API', 1)
  const merged = await mergeEntities(pool(), { fromId: from.entityId, intoId: mention.entityId }, false)
  expect(merged).toMatchObject({ ok: true })
  const { rows } = await pool().query(
    'SELECT annotator, label, entity_id AS "entityId" FROM mention_label WHERE tweet_id = $1',
    [mention.tweetId],
  )
  expect(rows.map(row => row.entityId)).toEqual(rows.map(() => mention.entityId))
  expect(rows.map(row => `${row.annotator} ${row.label}`).sort()).toEqual(
    ['ann IRRELEVANT', 'ann NEGATIVE', 'ann POSITIVE', 'ann null', 'bob NEUTRAL', 'file NEUTRAL'].sort(),
  )
  const current = await pool().query('SELECT annotator, label FROM current_label WHERE tweet_id = $1 ORDER BY 1', [
    mention.tweetId,
  ])
  expect(current.rows).toEqual([
    { annotator: 'ann', label: 'POSITIVE' },
    { annotator: 'bob', label: 'NEUTRAL' },
    { annotator: 'file', label: 'NEUTRAL' },
  ])
  expect(await resolved(mention)).toMatchObject({ label: 'NEUTRAL', basis: 'AGREED', annotators: 3 })
  expect(await resolved({ ...alone, entityId: mention.entityId })).toMatchObject({ label: 'POSITIVE', annotators: 2 })
  expect(await resolved(from)).toBeNull()
})

test('labels that are given at the same time are all resolved', async () => {
  const annotators = Array.from({ length: 12 }, (_, number) => `annotator ${number}`)
  await Promise.all(annotators.map(annotator => label(mention, annotator, 'NEGATIVE')))
  expect(await resolved(mention)).toMatchObject({ label: 'NEGATIVE', basis: 'AGREED', annotators: 12, disputed: false })
})

test('labels go with their tweet', async () => {
  await label(mention, 'ann', 'POSITIVE')
  await pool().query('DELETE FROM classification')
  await pool().query('DELETE FROM tweet')
  expect((await pool().query('SELECT FROM mention_label')).rowCount).toBe(0)
  expect(await resolved(mention)).toBeNull()
})
