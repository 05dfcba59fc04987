import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readExport } from '../../src/exports/read-export.ts'
import type { ClassificationExport } from '../../src/exports/resolve-export.ts'
import { writeExport } from '../../src/exports/write-export.ts'
import { startTestService, type TestService } from '../support/classification-service.ts'

let service: TestService
let everything: ClassificationExport
const filter = { label: null, author: null, language: null, text: null, isUncertain: null }

beforeAll(async () => {
  service = await startTestService()
  const request = { source: { kind: 'none' }, postedAt: null, author: null, importedLabel: null } as const
  await service.service.classify(
    Array.from({ length: 50 }, (_, index) => ({
      ...request,
      text: `I love it ${index}`,
      entity: index % 5 === 0 ? null : `Brand ${index % 3}`,
      importedLabel: index % 2 === 0 ? ('NEGATIVE' as const) : null,
    })),
  )
  const { id, version } = await service.database.storage.prisma.modelVersion.findUniqueOrThrow({
    where: { id: service.modelVersionId },
  })
  everything = { entity: null, modelVersion: { id, version }, range: { from: null, to: null }, filter }
})
afterAll(() => service.close())

/** The real pool, with a count of its queries. */
function countingPool() {
  const { pool } = service.database.storage
  const count = { queries: 0 }
  const counting = new Proxy(pool, {
    get: (target, name) => {
      if (name === 'query') count.queries += 1
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { pool: counting, count }
}

async function spansOf(selection: ClassificationExport, size: number) {
  const spans = []
  for await (const span of readExport(service.database.storage.pool, selection, size)) spans.push(span)
  return spans
}

test.each([1, 7, 49, 50, 51, 1000])('an export is the same with spans of %i rows', async size => {
  const rows = (await spansOf(everything, size)).flatMap(span => span.rows)
  expect(rows.map(({ text }) => text).toSorted()).toEqual(
    Array.from({ length: 50 }, (_, index) => `I love it ${index}`).toSorted(),
  )
  const whole = (await spansOf(everything, 1000)).flatMap(span => span.rows)
  expect(rows.map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
  expect(rows.filter(({ importedLabel }) => importedLabel === 'NEGATIVE')).toHaveLength(25)
  expect(rows.filter(({ entity }) => entity === null)).toHaveLength(10)
})

test('spans without a match are skipped, and an entity ends with its last row', async () => {
  const entity = await service.database.storage.prisma.entity.findUniqueOrThrow({ where: { key: 'brand1' } })
  const spans = await spansOf({ ...everything, entity }, 4)
  const rows = spans.flatMap(span => span.rows)
  expect(new Set(rows.map(row => row.entity))).toEqual(new Set(['Brand 1']))
  const count = await service.database.storage.prisma.classification.count({ where: { entityId: entity.id } })
  expect(rows).toHaveLength(count)
  expect(spans.reduce((sum, { examinedCount }) => sum + examinedCount, 0)).toBe(count)
  const none = await spansOf({ ...everything, entity, filter: { ...filter, author: 'nobody' } }, 4)
  expect(none.flatMap(span => span.rows)).toEqual([])
  expect(none.reduce((sum, { examinedCount }) => sum + examinedCount, 0)).toBe(count)
})

test('rows are read on demand, and reading stops when the stream is destroyed', async () => {
  const { pool, count } = countingPool()
  const text = Readable.from(writeExport({ pool, selection: everything, format: 'csv', spanSize: 1 }), {
    objectMode: false,
    highWaterMark: 1,
  })
  await pause(50)
  expect(count.queries).toBe(0)
  await new Promise(resolve => text.once('readable', resolve))
  text.read()
  await pause(50)
  const before = count.queries
  expect(before).toBeLessThan(5)
  text.destroy()
  await pause(50)
  expect(count.queries).toBe(before)
})

test('progress is reported after each span', async () => {
  const seen: [number, number][] = []
  const pieces = writeExport({
    pool: service.database.storage.pool,
    selection: { ...everything, filter: { ...filter, label: 'IRRELEVANT' } },
    format: 'ndjson',
    spanSize: 20,
    onProgress: ({ writtenCount, examinedCount }) => seen.push([writtenCount, examinedCount]),
  })
  let lines = 0
  for await (const piece of pieces) lines += String(piece).split('\n').length - 1
  expect(seen.map(([, examinedCount]) => examinedCount)).toEqual([20, 40, 50])
  expect(seen.at(-1)?.[0]).toBe(lines)
})

test.each(['csv', 'ndjson', 'json'] as const)(
  'a download as %s begins after the first rows, even if none of them matches',
  async format => {
    const { pool, count } = countingPool()
    const selection = { ...everything, filter: { ...filter, author: 'nobody' } }
    const chunks = writeExport({ pool, selection, format, spanSize: 7 })
    expect((await chunks.next()).done).toBe(false)
    expect(count.queries).toBe(1)
    await chunks.return(undefined)
  },
)
