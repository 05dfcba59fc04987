import { expect, test } from 'vitest'
import { adamStep, newAdam } from '../../../src/ml/training/adam.ts'

test('matches the steps of Keras on constant and changing gradients', () => {
  const values = Float32Array.of(1, -2, 0.5)
  const state = newAdam(3)
  adamStep(values, Float32Array.of(0.1, -3, 0), state, 1)
  // The first step is the learning rate against the sign, for any size; no gradient, no step.
  expect([...values].map(value => value.toFixed(6))).toEqual(['0.999000', '-1.999000', '0.500000'])
  adamStep(values, Float32Array.of(-0.1, -3, 0), state, 2)
  // m = .09 x .1 - .01 = -.001, v = 1.999e-5, rate = .001 x sqrt(1 - .999^2) / (1 - .9^2): moves by +5.263e-5.
  expect(values[0]).toBeCloseTo(0.999 + 5.263e-5, 6)
  expect(values[1]).toBeCloseTo(-1.998, 6)
})

test('reaches the minimum of a parabola', () => {
  const values = Float32Array.of(0.3)
  const state = newAdam(1)
  for (let step = 1; step <= 3000; step++) adamStep(values, Float32Array.of(2 * ((values[0] ?? 0) - 0.25)), state, step)
  expect(values[0]).toBeCloseTo(0.25, 4)
})
