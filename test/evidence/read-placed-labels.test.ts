import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type PlacedSeries, readPlacedLabels } from '../../src/evidence/read-placed-labels.ts'
import { startTestService, type TestService } from '../support/classification-service.ts'
import { storeLabels } from '../support/store-labels.ts'

let running: TestService
let seriesOf: (name: string, cuts?: readonly string[]) => Promise<PlacedSeries>

beforeAll(async () => {
  running = await startTestService()
  const { prisma, pool } = running.database.storage
  for (const [number, entity] of ['A', 'B', 'C'].entries()) {
    await storeLabels(running.database.storage, {
      entity,
      labels: [4, 2, 3 + number, 0],
      at: '2026-01-01T00:00:00Z',
      stepMs: 3_600_000,
    })
  }
  const draw = randomUUID()
  await pool.query(
    `INSERT INTO label_draw (id, strategy, population_count, item_count, text_count, strata, created_at)
     VALUES ($1, 'RANDOM_SAMPLE', 20, 20, 20, '[]', now())`,
    [draw],
  )
  await pool.query(
    `INSERT INTO mention_label (tweet_id, entity_id, label, draw_id, inclusion_probability)
     SELECT c.tweet_id, c.entity_id, CASE WHEN extract(hour FROM c.counted_at)::int % 2 = 0 THEN c.label ELSE 'NEGATIVE' END, $1, 0.5
     FROM classification AS c JOIN entity ON entity.id = c.entity_id WHERE entity.name IN ('A', 'B')`,
    [draw],
  )
  const { summaryId } = await prisma.modelSelection.findFirstOrThrow()
  seriesOf = async (name, cuts = []) => ({
    entityId: (await prisma.entity.findFirstOrThrow({ where: { name } })).id,
    modelVersionId: String(summaryId),
    cuts,
  })
})
afterAll(() => running.close())

test('labels of several series are those of each alone, with few statements', async () => {
  const { pool } = running.database.storage
  const series = [
    await seriesOf('A', ['2026-01-01T03:00:00Z']),
    await seriesOf('C'),
    await seriesOf('B', ['2026-01-01T01:00:00Z', '2026-01-01T05:00:00Z']),
  ]
  const alone = await Promise.all(series.map(async one => (await readPlacedLabels(pool, [one]))[0]))
  const asked = vi.spyOn(pool, 'query')
  const together = await readPlacedLabels(pool, series)
  // Labels of people, which entities files labelled, and the labels of files of A and B.
  expect(asked).toHaveBeenCalledTimes(4)
  asked.mockRestore()
  const sorted = (rows: readonly object[] = []) => rows.map(row => JSON.stringify(row)).toSorted()
  expect(together.map(sorted)).toEqual(alone.map(sorted))
  expect(together.map(rows => rows.reduce((sum, { count }) => sum + count, 0))).toEqual([9, 0, 10])
  expect(together.map(rows => new Set(rows.map(({ place }) => place)))).toEqual([
    new Set([0, 1]),
    new Set(),
    new Set([0, 1, 2]),
  ])
  for (const { weight, count } of together.flat()) expect(weight).toBe(2 * count)
})
