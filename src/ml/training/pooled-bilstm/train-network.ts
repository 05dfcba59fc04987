import { setImmediate } from 'node:timers/promises'
import type { TensorFlow } from '../../tensorflow/load.ts'
import { Mt19937 } from '../mt19937.ts'
import { drawEpoch, drawMasks } from './epoch-rows.ts'
import { initialParameters } from './initial-parameters.ts'
import { lossAndGradient } from './loss-and-gradient.ts'
import { averagedWords, newOptimiser, type OptimiserState, optimise } from './optimiser.ts'
import type { PooledData } from './prepare-data.ts'
import type { PooledRecipe } from './recipe.ts'
import { type PooledParameters, pooledParameters } from './shape.ts'
import { RowGradientSum } from './word-table.ts'

/** Everything that the next step depends on. */
export interface PooledState {
  readonly parameters: PooledParameters
  /** [vocabularySize, wordSize]: the learnt part of the words' vectors. */
  readonly learnt: Float32Array
  readonly optimiser: OptimiserState
  readonly random: Mt19937
  /** Mean loss of each finished epoch. */
  readonly history: number[]
}

export function startPooledState({ shape }: PooledData, seed: number): PooledState {
  const random = new Mt19937(seed)
  const parameters = initialParameters(shape, random)
  return {
    parameters,
    learnt: new Float32Array(shape.vocabularySize * shape.wordSize),
    optimiser: newOptimiser(parameters, shape),
    random,
    history: [],
  }
}

export interface PooledEpoch {
  readonly tf: TensorFlow
  readonly recipe: PooledRecipe
  readonly data: PooledData
  readonly epochs: number
  readonly signal: AbortSignal
  readonly onStart: (rows: number) => void
  readonly onBatch: (rowsDone: number, meanLoss: number) => void
}

/** Trains one epoch in place. Returns false, with the state in the middle of the epoch, if the signal aborts. */
export async function trainPooledEpoch(state: PooledState, epoch: PooledEpoch): Promise<boolean> {
  const { tf, recipe, data, epochs, signal, onStart, onBatch } = epoch
  const { shape } = data
  const { parameters, learnt, random } = state
  const batches = drawEpoch(data.source, recipe, random)
  const options = { ...recipe.optimiser, totalSteps: epochs * batches.length }
  const network = { tf, shape, words: { ...data.words, learnt }, parameters }
  const gradient = pooledParameters(shape)
  const wordGradient = new RowGradientSum(shape, TOUCHED_WORDS)
  let loss = 0
  let done = 0
  onStart(batches.reduce((sum, batch) => sum + batch.length, 0))
  for (const batch of batches) {
    const masks = drawMasks(batch.length, shape, recipe.dropout, random)
    loss +=
      batch.length * lossAndGradient(network, { rows: batch, masks }, { parameters: gradient, words: wordGradient })
    optimise(
      { shape, parameters, learnt },
      { parameters: gradient, words: wordGradient.take() },
      state.optimiser,
      options,
    )
    done += batch.length
    onBatch(done, loss / done)
    await setImmediate()
    if (signal.aborted) return false
  }
  state.history.push(loss / done)
  return true
}

/** Distinct words of a typical batch; the store grows if there are more. */
const TOUCHED_WORDS = 2000

/** The average of the weights over the last steps, which is the served network. */
export function averagedNetwork(
  tf: TensorFlow,
  recipe: PooledRecipe,
  { shape, words }: PooledData,
  state: PooledState,
) {
  const learnt = averagedWords(state.learnt, state.optimiser, shape.wordSize, recipe.optimiser.averageDecay)
  return {
    tf,
    shape,
    words: { ...words, learnt },
    parameters: pooledParameters(shape, state.optimiser.average.slice()),
  }
}
