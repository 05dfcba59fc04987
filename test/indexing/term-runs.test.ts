import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addRuns, levelOf } from '../../src/indexing/term-runs.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let client: PoolClient

beforeAll(async () => {
  database = await createTestDatabase()
  client = await database.storage.pool.connect()
})
afterAll(async () => {
  client.release()
  await database.drop()
})
beforeEach(() => client.query('DELETE FROM term_daily'))

const [entityId, modelVersionId] = [randomUUID(), randomUUID()]

/** A change of a day: an amount to add to or subtract from each of some neighbouring terms. */
const addition = fc.record({
  day: fc.constantFrom('2026-11-27', '2026-11-28'),
  first: fc.integer({ min: 0, max: 1500 }),
  terms: fc.integer({ min: 1, max: 900 }),
  amount: fc.constantFrom(-2, -1, 1, 1, 1, 3),
  label: fc.integer({ min: 0, max: 3 }),
})

interface Terms {
  readonly first: number
  readonly terms: number
  readonly amount: number
  readonly label: number
}

const changesOf = ({ first, terms, amount, label }: Terms) =>
  new Map(
    Array.from({ length: terms }, (_, at) => [
      `term${first + at}`,
      [0, 1, 2, 3].map(index => (index === label ? amount : 0)),
    ]),
  )

interface Run {
  readonly day: string
  readonly level: number
  readonly terms: readonly string[]
  readonly columns: readonly (readonly number[])[]
}

const readRuns = async () =>
  (
    await client.query<Run>(
      `SELECT day::text, level, terms, json_build_array(positive, neutral, negative, irrelevant) AS columns FROM term_daily`,
    )
  ).rows

test('the runs of a day sum to the changes, and each has the level of its size', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(addition, { minLength: 1, maxLength: 25 }), async additions => {
      await client.query('DELETE FROM term_daily')
      const expected = new Map<string, number[]>()
      for (const each of additions) {
        const changes = changesOf(each)
        await addRuns(client, [{ entityId, modelVersionId, day: each.day, changes }])
        for (const [term, counts] of changes) add(expected, `${each.day} ${term}`, counts)
      }
      const stored = new Map<string, number[]>()
      for (const { day, level, terms, columns } of await readRuns()) {
        expect(level).toBe(levelOf(terms.length))
        for (const [index, term] of terms.entries()) {
          add(
            stored,
            `${day} ${term}`,
            columns.map(column => column[index] ?? 0),
          )
        }
      }
      expect(withoutZeros(stored)).toEqual(withoutZeros(expected))
    }),
    { numRuns: 15 },
  )
})

test('subtracting everything leaves no run', async () => {
  const day = '2026-11-28'
  const all = { first: 0, terms: 3000, amount: 1, label: 0 }
  for (let first = 0; first < 3000; first += 100) {
    await addRuns(client, [{ entityId, modelVersionId, day, changes: changesOf({ ...all, first, terms: 100 }) }])
  }
  expect((await readRuns()).length).toBeGreaterThan(1)
  await addRuns(client, [{ entityId, modelVersionId, day, changes: changesOf({ ...all, amount: -1 }) }])
  expect(await readRuns()).toEqual([])
})

test('a growing day is rewritten a few times, and not with each batch', async () => {
  const day = '2026-11-28'
  const [batches, terms] = [200, 100]
  let written = 0
  for (let batch = 0; batch < batches; batch++) {
    const before = new Map((await readRuns()).map(run => [run.level, run.terms.length]))
    const changes = changesOf({ first: batch * terms, terms, amount: 1, label: 0 })
    await addRuns(client, [{ entityId, modelVersionId, day, changes }])
    const after = await readRuns()
    expect(after.length).toBeLessThanOrEqual(levelOf(batches * terms) + 1)
    for (const run of after) if (before.get(run.level) !== run.terms.length) written += run.terms.length
  }
  // Rewriting it with each batch would write a hundred times the total.
  expect(written).toBeLessThan(12 * batches * terms)
})

function add(sums: Map<string, number[]>, key: string, counts: readonly number[]): void {
  const sum = sums.get(key) ?? [0, 0, 0, 0]
  sums.set(
    key,
    sum.map((count, index) => count + (counts[index] ?? 0)),
  )
}

const withoutZeros = (sums: ReadonlyMap<string, readonly number[]>) =>
  Object.fromEntries([...sums].filter(([, counts]) => counts.some(count => count !== 0)))
