import { expect, test } from 'vitest'
import {
  averagedWords,
  newOptimiser,
  type OptimiserOptions,
  optimise,
} from '../../../src/training/pooled-bilstm/optimiser.ts'
import { pooledParameters } from '../../../src/training/pooled-bilstm/shape.ts'
import { TINY, tinyNetwork } from './tiny-network.ts'

const OPTIONS: OptimiserOptions = {
  learningRate: 0.1,
  beta1: 0.9,
  beta2: 0.99,
  weightDecay: 0.01,
  warmUpSteps: 2,
  totalSteps: 12,
  clip: 1e9,
  averageDecay: 0.5,
}
const NO_WORDS = { rows: new Int32Array(0), values: new Float32Array(0) }
const wordsAt = (row: number, value: number) => ({
  rows: Int32Array.of(row),
  values: new Float32Array(TINY.wordSize).fill(value),
})

test('the first step moves a weight by the rate, whatever the size of its gradient, and decays matrices only', () => {
  const { parameters, words } = tinyNetwork(1)
  const before = parameters.flat.slice()
  const gradient = pooledParameters(TINY)
  gradient.forwardKernel[0] = 1e-3
  gradient.forwardBias[0] = -7
  optimise(TINY, parameters, words.learnt, gradient, NO_WORDS, newOptimiser(parameters, TINY), OPTIONS)
  // The rate is at half its height in the first of two steps of warm-up.
  const kernel = before[0] as number
  expect(parameters.forwardKernel[0]).toBeCloseTo(kernel - 0.05 * (1 + 0.01 * kernel), 4)
  const biasAt = parameters.forwardKernel.length
  expect(parameters.forwardBias[0]).toBeCloseTo((before[biasAt] as number) + 0.05, 4)
  expect(parameters.forwardBias[1]).toBe(before[biasAt + 1])
})

test('a gradient longer than the clip is shortened to it', () => {
  const moved = (scale: number, clip: number) => {
    const { parameters, words } = tinyNetwork(1)
    const state = newOptimiser(parameters, TINY)
    const gradient = pooledParameters(TINY)
    gradient.headBiases.set([3 * scale, 4 * scale])
    optimise(TINY, parameters, words.learnt, gradient, NO_WORDS, state, { ...OPTIONS, clip })
    return state.mean[state.mean.length - parameters.headBiases.length]
  }
  expect(moved(1, 1)).toBeCloseTo(0.1 * 0.6, 6)
  expect(moved(100, 1)).toBeCloseTo(0.1 * 0.6, 6)
  expect(moved(0.1, 1)).toBeCloseTo(0.1 * 0.3, 6)
})

test('the rate ends at zero', () => {
  const { parameters, words } = tinyNetwork(1)
  const state = newOptimiser(parameters, TINY)
  state.step = OPTIONS.totalSteps - 1
  const before = parameters.flat.slice()
  const gradient = pooledParameters(TINY)
  gradient.flat.fill(1)
  optimise(TINY, parameters, words.learnt, gradient, NO_WORDS, state, OPTIONS)
  expect(parameters.flat).toEqual(before)
})

test("a word's average catches up with the steps in which the word was not met", () => {
  const { parameters, words } = tinyNetwork(1)
  const learnt = new Float32Array(words.learnt.length)
  const state = newOptimiser(parameters, TINY)
  const gradient = pooledParameters(TINY)
  optimise(TINY, parameters, learnt, gradient, wordsAt(3, 1), state, OPTIONS)
  const moved = learnt[3 * TINY.wordSize] as number
  expect(moved).toBeLessThan(0)
  for (let step = 0; step < 40; step++)
    optimise(TINY, parameters, learnt, gradient, NO_WORDS, state, { ...OPTIONS, totalSteps: 100 })
  expect(learnt[3 * TINY.wordSize]).toBe(moved)
  expect(averagedWords(learnt, state, TINY.wordSize, OPTIONS.averageDecay)[3 * TINY.wordSize]).toBeCloseTo(moved, 6)
  expect(learnt[4 * TINY.wordSize]).toBe(0)
})
