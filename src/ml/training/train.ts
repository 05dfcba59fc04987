import type { TensorFlow } from '../tensorflow/load.ts'
import { type Run, readLatestCheckpoint, writeCheckpoint } from './checkpoint.ts'
import type { Recipe } from './recipe.ts'
import { startState, type TrainingState, trainEpoch } from './train-epoch.ts'
import type { TrainingData } from './training-data.ts'

export interface TrainOptions {
  readonly run: Run
  readonly epochs: number
  readonly checkpoints: string
  readonly isResumed: boolean
  readonly signal: AbortSignal
  readonly say: (line: string) => void
  readonly startProgress: (
    epoch: number,
    rows: number,
  ) => { update(rowsDone: number, note: string): void; stop(): void }
}

/**
 * Trains for `epochs` epochs, with a checkpoint after each. If `isResumed`, continues after the latest checkpoint, with
 * the result of an uninterrupted run. Returns null if the signal aborts; the last checkpoint is kept.
 */
export async function train(
  tf: TensorFlow,
  recipe: Recipe,
  data: TrainingData,
  options: TrainOptions,
): Promise<TrainingState | null> {
  const { run, epochs, checkpoints, signal, say } = options
  const saved = options.isResumed ? readLatestCheckpoint(checkpoints, epochs, run, data.shape) : null
  const state = saved ?? startState(data.shape, run.seed)
  if (saved !== null) say(`resuming after epoch ${saved.history.length}`)
  else if (options.isResumed) say(`no checkpoint in ${checkpoints}: starting at epoch 1`)
  while (state.history.length < epochs) {
    const epoch = state.history.length + 1
    const startedAt = performance.now()
    const progress = options.startProgress(epoch, data.training.length)
    const isDone = await trainEpoch(state, {
      tf,
      recipe,
      data,
      signal,
      onBatch: (rowsDone, loss) => progress.update(rowsDone, `loss ${loss.toFixed(4)}`),
    })
    progress.stop()
    if (!isDone) return null
    const { loss, accuracy } = state.history.at(-1) ?? { loss: Number.NaN, accuracy: Number.NaN }
    const path = writeCheckpoint(checkpoints, run, state)
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    say(`epoch ${epoch}/${epochs}: loss ${loss.toFixed(4)}, accuracy ${accuracy.toFixed(4)}, ${seconds} s, ${path}`)
  }
  return state
}
