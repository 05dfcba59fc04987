import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderedMap } from '../../src/concurrency/ordered-map.ts'

async function* from<T>(...items: T[]): AsyncGenerator<T> {
  yield* items
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = []
  for await (const item of items) collected.push(item)
  return collected
}

test('results come in the order of the items, never more than the width concurrently', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4)), fc.integer({ min: 1, max: 5 }), async (delays, width) => {
      let [running, most] = [0, 0]
      const results = await collect(
        orderedMap(from(...delays.entries()), width, async ([index, delayMs]) => {
          most = Math.max(most, ++running)
          await pause(delayMs)
          running -= 1
          return index
        }),
      )
      expect(results).toEqual(delays.map((_, index) => index))
      expect(most).toBeLessThanOrEqual(width)
    }),
    { numRuns: 40 },
  )
})

test('a result is yielded while the source delays its next item', async () => {
  async function* slow(): AsyncGenerator<number> {
    yield 1
    await pause(60_000, null, { ref: false })
  }
  const results = orderedMap(slow(), 4, async item => item * 2)
  expect(await results.next()).toEqual({ done: false, value: 2 })
})

test('if the source fails, the results of its earlier items are yielded first', async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1
    yield 2
    throw new Error('cut off')
  }
  const seen: number[] = []
  const taken = (async () => {
    for await (const result of orderedMap(broken(), 8, item => pause(20, item))) seen.push(result)
  })()
  await expect(taken).rejects.toThrow('cut off')
  expect(seen).toEqual([1, 2])
})

test('a failure of the work stops reading after the started items', async () => {
  const finished: number[] = []
  const results = orderedMap(from(1, 2, 3, 4, 5), 2, async item => {
    await pause(item * 5)
    if (item === 1) throw new Error('no')
    finished.push(item)
    return item
  })
  await expect(collect(results)).rejects.toThrow('no')
  expect(finished).toEqual([2])
})
