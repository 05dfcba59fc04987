import { expect, test } from 'vitest'
import { createTimeSlices } from '../../src/concurrency/time-slices.ts'

test('the event loop goes on between computations, and their groups take turns', async () => {
  // Each computation fills a slice.
  const inSlices = createTimeSlices(0)
  const done: string[] = []
  const [many, one] = [{}, {}]
  const all = [1, 2, 3].map(() => inSlices(many, () => done.push('many')))
  all.push(inSlices(one, () => done.push('one')))
  let turns = 0
  const count = () => {
    turns += 1
    if (done.length < 4) setImmediate(count)
  }
  setImmediate(count)
  await Promise.all(all)
  expect(done).toEqual(['many', 'one', 'many', 'many'])
  expect(turns).toBeGreaterThanOrEqual(3)
})

test('computations that fit into a slice share a turn', async () => {
  const inSlices = createTimeSlices(60_000)
  let turns = 0
  const counting = setInterval(() => (turns += 1), 0)
  expect(await Promise.all([1, 2, 3].map(number => inSlices({}, () => number * number)))).toEqual([1, 4, 9])
  clearInterval(counting)
  expect(turns).toBeLessThanOrEqual(1)
})

test('a failure is that of its own computation', async () => {
  const inSlices = createTimeSlices()
  const group = {}
  const failed = inSlices(group, () => {
    throw new Error('no')
  })
  const fine = inSlices(group, () => 'yes')
  await expect(failed).rejects.toThrow('no')
  expect(await fine).toBe('yes')
})
