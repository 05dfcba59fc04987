import { expect, test } from 'vitest'
import { poolStates, spreadGradient } from '../../../../src/ml/training/pooled-bilstm/pool-states.ts'

/**
 * Two rows of one unit: three tokens with the last two marked, and one without marks. Steps after a row's end contain
 * values that must not count.
 */
const PLAN = {
  lengths: Int32Array.of(3, 1),
  isMarked: Uint8Array.of(0, 1, 1, 0, 0, 0),
  markedCounts: Int32Array.of(2, 0),
}
const STATES = Float32Array.of(1, -2, 5, 99, 3, 99)

test('maximum, mean and mean of the marked states, of each row’s own steps', () => {
  const { values } = poolStates(STATES, 1, PLAN)
  expect([...values]).toEqual([5, 3, 4, -2, -2, 0])
})

test('a row without tokens is zero', () => {
  const plan = { lengths: Int32Array.of(0), isMarked: new Uint8Array(1), markedCounts: Int32Array.of(0) }
  expect([...poolStates(Float32Array.of(7), 1, plan).values]).toEqual([0, 0, 0])
})

test('the gradient flows back to the origin of each value, and nowhere else', () => {
  const pooled = poolStates(STATES, 1, PLAN)
  const gradient = spreadGradient(Float32Array.of(10, 3, 4, 100, 200, 400), pooled, 1, PLAN)
  expect([...gradient]).toEqual([1, 300, 13, 0, 3, 0])
})
