import { expect, test } from 'vitest'
import { createForegroundTracker, yieldToForeground } from '../../src/jobs/priority.ts'

test('a waiting request keeps the foreground busy until shortly after its response', async () => {
  let now = 0
  let answer = (_: string) => {}
  const foreground = createForegroundTracker(100, () => now)
  expect(foreground.isBusy()).toBe(false)
  const tracked = foreground.track(
    new Promise<string>(resolve => {
      answer = resolve
    }),
  )
  now = 5_000
  expect(foreground.isBusy()).toBe(true)
  answer('fine')
  expect(await tracked).toBe('fine')
  now = 5_099
  expect(foreground.isBusy()).toBe(true)
  now = 5_100
  expect(foreground.isBusy()).toBe(false)
})

test('a request that fails no longer waits, and another one still does', async () => {
  const foreground = createForegroundTracker(0, () => 0)
  void foreground.track(new Promise(() => {}))
  await expect(foreground.track(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(foreground.isBusy()).toBe(true)
})

const items = Array.from({ length: 10 }, (_, index) => `${index}`)

/** Records the items of each call, and the largest number of concurrent calls. */
function watched() {
  const calls: string[][] = []
  let [open, most] = [0, 0]
  return {
    calls,
    most: () => most,
    async work(given: readonly string[]): Promise<readonly string[]> {
      calls.push([...given])
      open += 1
      most = Math.max(most, open)
      await new Promise(resolve => setImmediate(resolve))
      open -= 1
      return given.map(item => `answer ${item}`)
    },
  }
}

const { signal } = new AbortController()
const pace = { partSize: 4, dutyCycle: 0.5, signal }
const answers = items.map(item => `answer ${item}`)

test('while no request waits, batches are processed whole and concurrently', async () => {
  const { work, calls, most } = watched()
  const yielding = yieldToForeground(work, { foreground: { isBusy: () => false }, ...pace })
  expect(await Promise.all([yielding(items), yielding(items)])).toEqual([answers, answers])
  expect(calls).toEqual([items, items])
  expect(most()).toBe(2)
})

test('while a request waits, small parts run one after another, and the answers keep their order', async () => {
  const { work, calls, most } = watched()
  const yielding = yieldToForeground(work, { foreground: { isBusy: () => true }, ...pace })
  expect(await Promise.all([yielding(items), yielding(items)])).toEqual([answers, answers])
  expect(calls.map(part => part.length).sort()).toEqual([2, 2, 4, 4, 4, 4])
  expect(most()).toBe(1)
})

test('once no request waits any more, the remaining items are processed together', async () => {
  const { work, calls } = watched()
  let checks = 0
  const yielding = yieldToForeground(work, { foreground: { isBusy: () => ++checks <= 2 }, ...pace })
  expect(await yielding(items)).toEqual(answers)
  expect(calls.map(part => part.length)).toEqual([4, 6])
})

test('a failed part fails its batch, and the next batch continues', async () => {
  const { work } = watched()
  let isBroken = true
  const breaking = async (given: readonly string[]) => {
    if (!isBroken) return work(given)
    isBroken = false
    throw new Error('broken')
  }
  const yielding = yieldToForeground(breaking, { foreground: { isBusy: () => true }, ...pace })
  const [first, second] = await Promise.allSettled([yielding(items), yielding(items)])
  expect(first.status).toBe('rejected')
  expect(second).toEqual({ status: 'fulfilled', value: answers })
})
