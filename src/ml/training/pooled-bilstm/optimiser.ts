import { decayedParameters, type PooledParameters, type PooledShape } from './shape.ts'
import type { RowGradients } from './word-table.ts'

export interface OptimiserOptions {
  readonly learningRate: number
  readonly beta1: number
  readonly beta2: number
  readonly weightDecay: number
  /** Steps of linear warm-up, followed by half a cosine down to zero at the last step. */
  readonly warmUpSteps: number
  readonly totalSteps: number
  /** Largest norm of the whole gradient. */
  readonly clip: number
  /** Decay of the exponential average of the weights, per step. */
  readonly averageDecay: number
}

const EPSILON = 1e-8

/** The optimiser's state: flat for the network, and row by row for the words, because a batch touches few rows. */
export interface OptimiserState {
  step: number
  readonly mean: Float32Array
  readonly square: Float32Array
  readonly average: Float32Array
  readonly wordMean: Float32Array
  readonly wordSquare: Float32Array
  readonly wordAverage: Float32Array
  /** Step at which each word's row was last updated. */
  readonly wordSteps: Int32Array
}

export function newOptimiser(parameters: PooledParameters, { vocabularySize, wordSize }: PooledShape): OptimiserState {
  const size = parameters.flat.length
  const words = vocabularySize * wordSize
  return {
    step: 0,
    mean: new Float32Array(size),
    square: new Float32Array(size),
    average: parameters.flat.slice(),
    wordMean: new Float32Array(words),
    wordSquare: new Float32Array(words),
    wordAverage: new Float32Array(words),
    wordSteps: new Int32Array(vocabularySize),
  }
}

/** Learning rate of a step, which counts from 1. */
function scheduledRate({ learningRate, warmUpSteps, totalSteps }: OptimiserOptions, step: number): number {
  if (step <= warmUpSteps) return (learningRate * step) / warmUpSteps
  const progress = Math.min(1, (step - warmUpSteps) / Math.max(1, totalSteps - warmUpSteps))
  return 0.5 * learningRate * (1 + Math.cos(Math.PI * progress))
}

/** The weights that training changes. */
export interface TrainedWeights {
  readonly shape: PooledShape
  readonly parameters: PooledParameters
  /** [vocabularySize, wordSize] */
  readonly learnt: Float32Array
}

export interface Gradients {
  readonly parameters: PooledParameters
  readonly words: RowGradients
}

/**
 * AdamW (Loshchilov & Hutter 2019) with clipping by the global norm and an exponential average of the weights. A word's
 * row is updated only in the steps that touch it. Its running means and its average then catch up, as if the gradients
 * in between were zero.
 */
export function optimise(
  { shape, parameters, learnt }: TrainedWeights,
  { parameters: gradient, words: wordGradient }: Gradients,
  state: OptimiserState,
  options: OptimiserOptions,
): void {
  state.step++
  const { beta1, beta2, averageDecay, weightDecay } = options
  const rate = scheduledRate(options, state.step)
  const scale = clipScale(gradient.flat, wordGradient.values, options.clip)
  const first = 1 - beta1 ** state.step
  const second = 1 - beta2 ** state.step
  const keep = keptOver(state.step - 1, state.step, averageDecay)
  const isDecayed = decayMask(shape)
  const { flat } = parameters
  for (let i = 0; i < flat.length; i++) {
    const slope = (gradient.flat[i] as number) * scale
    const m = beta1 * (state.mean[i] as number) + (1 - beta1) * slope
    const v = beta2 * (state.square[i] as number) + (1 - beta2) * slope * slope
    state.mean[i] = m
    state.square[i] = v
    const before = flat[i] as number
    const after =
      before - rate * (m / first / (Math.sqrt(v / second) + EPSILON) + (isDecayed[i] === 1 ? weightDecay * before : 0))
    flat[i] = after
    state.average[i] = keep * (state.average[i] as number) + (1 - keep) * after
  }
  const size = shape.wordSize
  for (const [index, row] of wordGradient.rows.entries()) {
    const elapsed = state.step - (state.wordSteps[row] as number)
    const kept1 = beta1 ** elapsed
    const kept2 = beta2 ** elapsed
    const keptAverage = keptOver(state.wordSteps[row] as number, state.step - 1, averageDecay)
    for (let i = 0; i < size; i++) {
      const at = row * size + i
      const slope = (wordGradient.values[index * size + i] as number) * scale
      const m = kept1 * (state.wordMean[at] as number) + (1 - beta1) * slope
      const v = kept2 * (state.wordSquare[at] as number) + (1 - beta2) * slope * slope
      state.wordMean[at] = m
      state.wordSquare[at] = v
      const before = learnt[at] as number
      const after = before - rate * (m / first / (Math.sqrt(v / second) + EPSILON) + weightDecay * before)
      learnt[at] = after
      const average = before + ((state.wordAverage[at] as number) - before) * keptAverage
      state.wordAverage[at] = keep * average + (1 - keep) * after
    }
    state.wordSteps[row] = state.step
  }
}

/**
 * The weight that the average keeps over the steps `from` + 1 to `to`. To forget the random start, step n keeps at most
 * (1 + n) / (10 + n). In a product of these fractions, all but nine factors cancel.
 */
function keptOver(from: number, to: number, decay: number): number {
  const lastEarly = Math.floor((10 * decay - 1) / (1 - decay))
  const early = Math.min(to, Math.max(from, lastEarly))
  let kept = decay ** (to - early)
  for (let k = 2; k <= 10; k++) kept *= (from + k) / (early + k)
  return kept
}

/** The words' average after the last step, including rows that were not touched recently. */
export function averagedWords(
  learnt: Float32Array,
  state: OptimiserState,
  wordSize: number,
  averageDecay: number,
): Float32Array {
  const average = new Float32Array(learnt.length)
  for (const [row, step] of state.wordSteps.entries()) {
    const kept = keptOver(step, state.step, averageDecay)
    for (let at = row * wordSize; at < (row + 1) * wordSize; at++) {
      const now = learnt[at] as number
      average[at] = now + ((state.wordAverage[at] as number) - now) * kept
    }
  }
  return average
}

function clipScale(flat: Float32Array, words: Float32Array, clip: number): number {
  let sum = 0
  for (let i = 0; i < flat.length; i++) sum += (flat[i] as number) ** 2
  for (let i = 0; i < words.length; i++) sum += (words[i] as number) ** 2
  const norm = Math.sqrt(sum)
  return norm > clip ? clip / norm : 1
}

const masks = new Map<string, Uint8Array>()
function decayMask(shape: PooledShape): Uint8Array {
  const key = JSON.stringify(shape)
  const known = masks.get(key)
  if (known !== undefined) return known
  const mask = decayedParameters(shape)
  masks.set(key, mask)
  return mask
}
