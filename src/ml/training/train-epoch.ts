import { setImmediate } from 'node:timers/promises'
import type { TensorFlow } from '../tensorflow/load.ts'
import { type AdamState, adamStep, newAdam } from './adam.ts'
import { initialWeights } from './initial-weights.ts'
import { type DropoutMasks, lossAndGradient } from './lstm-gradient.ts'
import { Mt19937 } from './mt19937.ts'
import { shuffle } from './numpy-permutation.ts'
import type { NetworkShape, Parameters } from './parameters.ts'
import type { Recipe } from './recipe.ts'
import type { Example, TrainingData } from './training-data.ts'

/** Means over the training rows of one epoch, under dropout and with changing weights, as Keras reports them. */
interface EpochResult {
  readonly loss: number
  readonly accuracy: number
}

/** Everything that the next step depends on. */
export interface TrainingState {
  readonly weights: Parameters
  readonly adam: AdamState
  random: Mt19937
  /** Number of optimiser steps. */
  step: number
  /** One entry for each finished epoch. */
  readonly history: EpochResult[]
}

export function startState(shape: NetworkShape, seed: number): TrainingState {
  const random = new Mt19937(seed)
  const weights = initialWeights(shape, random)
  return { weights, adam: newAdam(weights.flat.length), random, step: 0, history: [] }
}

export interface Epoch {
  readonly tf: TensorFlow
  readonly recipe: Recipe
  readonly data: TrainingData
  /** Checked after each batch. */
  readonly signal: AbortSignal
  readonly onBatch: (rowsDone: number, meanLoss: number) => void
}

/** Trains one epoch in place. Returns false, with the state in the middle of the epoch, if the signal aborts. */
export async function trainEpoch(state: TrainingState, epoch: Epoch): Promise<boolean> {
  const { tf, recipe, signal, onBatch } = epoch
  const { training, shape } = epoch.data
  const order = shuffle(
    Uint32Array.from(training, (_, index) => index),
    state.random,
  )
  let loss = 0
  let correct = 0
  for (let from = 0; from < order.length; from += recipe.batchSize) {
    const examples = Array.from(order.subarray(from, from + recipe.batchSize), index => training[index] as Example)
    const batch = { rows: examples.map(example => example.tokens), targets: examples.map(example => example.target) }
    const masks = drawMasks(recipe, shape, examples.length, state.random)
    const result = lossAndGradient(tf, { shape, weights: state.weights, batch, masks })
    state.step++
    adamStep(state.weights.flat, result.gradient.flat, state.adam, state.step)
    loss += result.loss * examples.length
    correct += result.correct
    const rowsDone = from + examples.length
    onBatch(rowsDone, loss / rowsDone)
    await setImmediate()
    if (signal.aborted) return false
  }
  state.history.push({ loss: loss / order.length, accuracy: correct / order.length })
  return true
}

/**
 * SpatialDropout1D drops a channel of the whole row, and so does the LSTM's own dropout: the mask is the product of two
 * draws.
 */
function drawMasks({ dropout }: Recipe, shape: NetworkShape, rows: number, random: Mt19937): DropoutMasks {
  const input = drawMask(rows * shape.embeddingSize, dropout.embedding, random)
  const ownInput = drawMask(rows * shape.embeddingSize, dropout.input, random)
  for (const [index, factor] of ownInput.entries()) input[index] = (input[index] as number) * factor
  return { input, recurrent: drawMask(rows * shape.hiddenSize, dropout.recurrent, random) }
}

/** 0 with the given probability, otherwise the factor that keeps the mean. */
function drawMask(length: number, rate: number, random: Mt19937): Float32Array {
  const mask = new Float32Array(length)
  for (let i = 0; i < length; i++) mask[i] = random.nextDouble() < rate ? 0 : 1 / (1 - rate)
  return mask
}
