import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createCountReader } from '../../src/analytics/count-reader.ts'
import type { CountRequest } from '../../src/analytics/read-counts.ts'
import { startTestService, type TestService } from '../support/classification-service.ts'
import { storeLabels } from '../support/store-labels.ts'

const DAY_MS = 24 * 3_600_000
const START = Date.parse('2026-03-01T00:00:00Z')

let running: TestService
let series: readonly CountRequest['series'][]

beforeAll(async () => {
  running = await startTestService()
  const { storage } = running.database
  for (const [positive, entity] of ['Xbox', 'Zelda'].entries()) {
    await storeLabels(storage, { entity, at: '2026-03-01T12:00:00Z', labels: [positive + 1, 2, 0, 0] })
  }
  const { summaryId } = await storage.prisma.modelSelection.findFirstOrThrow()
  const entities = await storage.prisma.entity.findMany({
    where: { name: { in: ['Xbox', 'Zelda'] } },
    orderBy: { key: 'asc' },
  })
  series = entities.map(({ id }) => ({ entityId: id, modelVersionId: summaryId ?? '' }))
})
afterAll(() => running.close())

/** A day of each entity, counted from so many days before the one that has tweets. */
const requestsOf = (daysBefore: number): CountRequest[] =>
  series.map(one => {
    const start = START - daysBefore * DAY_MS
    return { series: one, buckets: [{ start, end: start + DAY_MS }] }
  })
const totalsOf = (counted: readonly (readonly { readonly total: number }[])[]) => counted.map(([first]) => first?.total)

/** How many series each statement counts while `ask` is answered. */
async function seriesOfStatements(ask: () => Promise<unknown>): Promise<readonly number[]> {
  const asked = vi.spyOn(running.database.storage.pool, 'query')
  await ask()
  const statements = asked.mock.calls.map(([statement]) => statement as unknown as { readonly values: [string[]] })
  asked.mockRestore()
  return statements.map(({ values: [entities] }) => entities.length)
}

test('equal requests share a statement, which counts them once', async () => {
  const reader = createCountReader(running.database.storage.pool)
  const sizes = await seriesOfStatements(async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => reader.countAll(requestsOf(0))))
    expect(answers.map(totalsOf)).toEqual(Array.from({ length: 5 }, () => [3, 4]))
  })
  expect(sizes).toEqual([2])
})

test('more requests than one statement can count take several, and a group stays in one', async () => {
  const reader = createCountReader(running.database.storage.pool)
  const groups = [0, 1, 2].map(first => Array.from({ length: 200 }, (_, at) => requestsOf(first * 200 + at)).flat())
  const sizes = await seriesOfStatements(async () => {
    const [newest, ...older] = (await Promise.all(groups.map(group => reader.countAll(group)))).map(totalsOf)
    expect(newest).toEqual([3, 4, ...Array.from({ length: 398 }, () => 0)])
    for (const totals of older) expect(new Set(totals)).toEqual(new Set([0]))
  })
  expect(sizes).toEqual([800, 400])
})
