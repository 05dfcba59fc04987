import { expect, test } from 'vitest'
import {
  averagedWords,
  newOptimiser,
  type OptimiserOptions,
  optimise,
} from '../../../../src/ml/training/pooled-bilstm/optimiser.ts'
import { pooledParameters } from '../../../../src/ml/training/pooled-bilstm/shape.ts'
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

test('the first step moves a weight by the rate, for any size of its gradient, and decays only matrices', () => {
  const { parameters, words } = tinyNetwork(1)
  const before = parameters.flat.slice()
  const gradient = pooledParameters(TINY)
  gradient.forwardKernel[0] = 1e-3
  gradient.forwardBias[0] = -7
  optimise(
    { shape: TINY, parameters, learnt: words.learnt },
    { parameters: gradient, words: NO_WORDS },
    newOptimiser(parameters, TINY),
    OPTIONS,
  )
  // The rate is at half its height in the first of two warm-up steps.
  const kernel = before[0] as number
  expect(parameters.forwardKernel[0]).toBeCloseTo(kernel - 0.05 * (1 + 0.01 * kernel), 4)
  const biasAt = parameters.forwardKernel.length
  expect(parameters.forwardBias[0]).toBeCloseTo((before[biasAt] as number) + 0.05, 4)
  expect(parameters.forwardBias[1]).toBe(before[biasAt + 1])
})

test('a gradient longer than the clip is scaled down to it', () => {
  const moved = (scale: number, clip: number) => {
    const { parameters, words } = tinyNetwork(1)
    const state = newOptimiser(parameters, TINY)
    const gradient = pooledParameters(TINY)
    gradient.headBias.set([3 * scale, 4 * scale])
    optimise({ shape: TINY, parameters, learnt: words.learnt }, { parameters: gradient, words: NO_WORDS }, state, {
      ...OPTIONS,
      clip,
    })
    return state.mean[state.mean.length - parameters.headBias.length]
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
  optimise({ shape: TINY, parameters, learnt: words.learnt }, { parameters: gradient, words: NO_WORDS }, state, OPTIONS)
  expect(parameters.flat).toEqual(before)
})

test("a word's average catches up with the steps without the word", () => {
  const { parameters, words } = tinyNetwork(1)
  const learnt = new Float32Array(words.learnt.length)
  const state = newOptimiser(parameters, TINY)
  const gradient = pooledParameters(TINY)
  optimise({ shape: TINY, parameters, learnt }, { parameters: gradient, words: wordsAt(3, 1) }, state, OPTIONS)
  const moved = learnt[3 * TINY.wordSize] as number
  expect(moved).toBeLessThan(0)
  for (let step = 0; step < 40; step++)
    optimise({ shape: TINY, parameters, learnt }, { parameters: gradient, words: NO_WORDS }, state, {
      ...OPTIONS,
      totalSteps: 100,
    })
  expect(learnt[3 * TINY.wordSize]).toBe(moved)
  expect(averagedWords(learnt, state, TINY.wordSize, OPTIONS.averageDecay)[3 * TINY.wordSize]).toBeCloseTo(moved, 6)
  expect(learnt[4 * TINY.wordSize]).toBe(0)
})

test('three steps on one weight match AdamW as published', () => {
  const { parameters, words } = tinyNetwork(1)
  parameters.pooledKernel[0] = 1
  const state = newOptimiser(parameters, TINY)
  const gradient = pooledParameters(TINY)
  const options = { ...OPTIONS, warmUpSteps: 1, totalSteps: 5 }
  // Loshchilov & Hutter 2019, algorithm 2, in plain double precision; the average keeps (1 + n) / (10 + n) in these first steps.
  let [weight, mean, square, average] = [1, 0, 0, 1]
  for (const [index, slope] of [0.5, -2, 0.25].entries()) {
    const step = index + 1
    const rate = step === 1 ? 0.1 : 0.05 * (1 + Math.cos((Math.PI * (step - 1)) / 4))
    mean = 0.9 * mean + 0.1 * slope
    square = 0.99 * square + 0.01 * slope ** 2
    const direction = mean / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.99 ** step)) + 1e-8)
    weight -= rate * (direction + 0.01 * weight)
    const keep = (1 + step) / (10 + step)
    average = keep * average + (1 - keep) * weight
    gradient.pooledKernel[0] = slope
    optimise(
      { shape: TINY, parameters, learnt: words.learnt },
      { parameters: gradient, words: NO_WORDS },
      state,
      options,
    )
    expect(parameters.pooledKernel[0]).toBeCloseTo(weight, 6)
    expect(pooledParameters(TINY, state.average.slice()).pooledKernel[0]).toBeCloseTo(average, 6)
  }
})

test('a word in every step moves like a weight of a matrix with the same gradient', () => {
  const { parameters } = tinyNetwork(1)
  parameters.pooledKernel[0] = 0
  const learnt = new Float32Array(TINY.vocabularySize * TINY.wordSize)
  const state = newOptimiser(parameters, TINY)
  const gradient = pooledParameters(TINY)
  const at = 3 * TINY.wordSize
  for (const slope of [0.5, -2, 0.25, 3]) {
    gradient.pooledKernel[0] = slope
    optimise({ shape: TINY, parameters, learnt }, { parameters: gradient, words: wordsAt(3, slope) }, state, OPTIONS)
    expect(learnt[at]).toBeCloseTo(parameters.pooledKernel[0] as number, 6)
  }
  const network = pooledParameters(TINY, state.average.slice()).pooledKernel[0] as number
  expect(state.wordAverage[at]).toBeCloseTo(network, 6)
  expect(averagedWords(learnt, state, TINY.wordSize, OPTIONS.averageDecay)[at]).toBeCloseTo(network, 6)
})

test('between two occurrences a word is unchanged, and its means and its average decay as in that many steps', () => {
  const { parameters } = tinyNetwork(1)
  const learnt = new Float32Array(TINY.vocabularySize * TINY.wordSize)
  const state = newOptimiser(parameters, TINY)
  // From step 8 on the average decays as the options say.
  state.step = 20
  const at = 3 * TINY.wordSize
  const gradient = pooledParameters(TINY)
  const options = { ...OPTIONS, totalSteps: 200 }
  optimise({ shape: TINY, parameters, learnt }, { parameters: gradient, words: wordsAt(3, 1) }, state, options)
  const [moved, mean, square] = [learnt[at] as number, state.wordMean[at] as number, state.wordSquare[at] as number]
  let average = state.wordAverage[at] as number
  for (let step = 0; step < 3; step++) {
    optimise({ shape: TINY, parameters, learnt }, { parameters: gradient, words: NO_WORDS }, state, options)
    average = 0.5 * average + 0.5 * moved
    expect(averagedWords(learnt, state, TINY.wordSize, 0.5)[at]).toBeCloseTo(average, 7)
  }
  optimise({ shape: TINY, parameters, learnt }, { parameters: gradient, words: wordsAt(3, 2) }, state, options)
  expect(state.wordMean[at]).toBeCloseTo(0.9 ** 4 * mean + 0.1 * 2, 6)
  expect(state.wordSquare[at]).toBeCloseTo(0.99 ** 4 * square + 0.01 * 4, 6)
  expect(state.wordAverage[at]).toBeCloseTo(0.5 * average + 0.5 * (learnt[at] as number), 6)
})

test('words count in the clipped length', () => {
  const { parameters } = tinyNetwork(1)
  const learnt = new Float32Array(TINY.vocabularySize * TINY.wordSize)
  const state = newOptimiser(parameters, TINY)
  const gradient = pooledParameters(TINY)
  gradient.headBias[0] = 2
  // Five numbers of 3 and one of 2: the length is 7.
  optimise({ shape: TINY, parameters, learnt }, { parameters: gradient, words: wordsAt(3, 3) }, state, {
    ...OPTIONS,
    clip: 1,
  })
  expect(state.wordMean[3 * TINY.wordSize]).toBeCloseTo((0.1 * 3) / 7, 6)
  expect(state.mean[state.mean.length - parameters.headBias.length]).toBeCloseTo((0.1 * 2) / 7, 6)
})
