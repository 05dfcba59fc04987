import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReviewQueues } from '../../src/labelling/draws/review-queues.ts'
import type { MentionLabel } from '../../src/labelling/mention-label.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'

const LABELLER = fileURLToPath(new URL('./labeller.ts', import.meta.url))
const BEFORE_KILL = 60

let running: TestService

beforeAll(async () => {
  running = await startTestService()
  // Every second text is the same, so that one label stores several rows.
  const requests = Array.from({ length: 20 }, (_, index) =>
    requestOf({
      entity: 'Xbox',
      source: { kind: 'external', externalId: String(index) },
      text: index % 2 === 0 ? `text ${index}` : 'RT @ann: the same text',
      importedLabel: index % 5 === 0 ? 'NEUTRAL' : null,
    }),
  )
  await running.service.classify(requests)
  const { storage } = running.database
  const queues = createReviewQueues({ storage, now: () => new Date(Date.now() + 60_000) })
  const { id: entityId } = await storage.prisma.entity.findFirstOrThrow({ where: { name: 'Xbox' } })
  const range = { from: null, to: null, timezone: 'UTC' }
  const { modelVersionId } = running
  const drawn = await queues.draw({ entityId, modelVersionId, range, strategy: 'UNIFORM', size: 20 })
  if (!drawn.ok) throw new Error(drawn.problem.message)
})
afterAll(() => running.close())

/** The rows that a labeller acknowledged until it was killed. */
async function labelAndKill(): Promise<readonly MentionLabel[]> {
  const labeller = spawn(process.execPath, ['--import', 'tsx', LABELLER], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, DATABASE_URL: running.database.url },
  })
  const ended = once(labeller, 'exit')
  const acknowledged: MentionLabel[] = []
  for await (const line of createInterface({ input: labeller.stdout })) {
    acknowledged.push(JSON.parse(line) as MentionLabel)
    if (acknowledged.length === BEFORE_KILL) labeller.kill('SIGKILL')
  }
  await ended
  expect(labeller.signalCode).toBe('SIGKILL')
  return acknowledged
}

test('no acknowledged label is lost when kill -9 hits, and none is half-stored', { timeout: 180_000 }, async () => {
  const { pool } = running.database.storage
  const acknowledged = [...(await labelAndKill()), ...(await labelAndKill()), ...(await labelAndKill())]
  const keyOf = ({ tweetId, annotator, number, label, undoes }: MentionLabel) =>
    JSON.stringify([tweetId, annotator, number, label, undoes])
  const { rows } = await pool.query<MentionLabel>(
    'SELECT tweet_id AS "tweetId", annotator, number, label, undoes FROM mention_label',
  )
  const stored = new Set(rows.map(keyOf))
  expect(acknowledged.filter(row => !stored.has(keyOf(row)))).toEqual([])
  // Equal texts always have the same rows of an annotator.
  const { rows: torn } = await pool.query(
    `SELECT given.annotator, item.text_position FROM mention_label AS given JOIN label_draw_item AS item USING (tweet_id)
     WHERE given.annotator <> 'file' GROUP BY 1, 2
     HAVING count(*) % (SELECT count(*) FROM label_draw_item AS same WHERE same.text_position = item.text_position) <> 0`,
  )
  expect(torn).toEqual([])
  const read = async () => (await pool.query('SELECT * FROM human_label ORDER BY tweet_id, entity_id')).rows
  const kept = await read()
  await pool.query('SELECT resolve_labels(array_agg(tweet_id), array_agg(entity_id)) FROM mention_label')
  expect(await read()).toEqual(kept)
  expect(kept.length).toBeGreaterThan(0)
})
