import { expect, test } from 'vitest'
import { Mt19937 } from '../../../src/ml/training/mt19937.ts'

test('matches numpy.random.RandomState(42).random_sample', () => {
  const random = new Mt19937(42)
  expect([random.nextDouble(), random.nextDouble(), random.nextDouble()]).toEqual([
    0.3745401188473625, 0.9507143064099162, 0.7319939418114051,
  ])
})

test('reaches the 10,000th number that the C++ standard gives for the default seed', () => {
  const random = new Mt19937(5489)
  let last = 0
  for (let draw = 0; draw < 10_000; draw++) last = random.nextUint32()
  expect(last).toBe(4_123_659_995)
})

test('continues from a saved state, also in the middle of it', () => {
  const random = new Mt19937(7)
  for (let draw = 0; draw < 1000; draw++) random.nextUint32()
  const continued = Mt19937.restore(random.save())
  const draws = (generator: Mt19937) => Array.from({ length: 1500 }, () => generator.nextUint32())
  expect(draws(continued)).toEqual(draws(random))
})

test('refuses a state of another length', () => {
  expect(() => Mt19937.restore(new Uint32Array(624))).toThrow('625 words, not 624')
})
