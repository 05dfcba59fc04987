import type { TensorFlow } from '../../tensorflow/load.ts'
import type { PooledNetwork } from './loss-and-gradient.ts'
import { type PooledRun, readPooledCheckpoint, writePooledCheckpoint } from './pooled-checkpoint.ts'
import type { PooledData } from './prepare-data.ts'
import type { PooledRecipe } from './recipe.ts'
import { averagedNetwork, startPooledState, trainPooledEpoch } from './train-network.ts'

export interface TrainPooledOptions {
  readonly run: PooledRun
  readonly checkpoints: string
  readonly isResumed: boolean
  readonly signal: AbortSignal
  readonly say: (line: string) => void
  readonly startProgress: (
    label: string,
    rows: number,
  ) => { update(rowsDone: number, note: string): void; stop(): void }
}

/**
 * Trains the network, with a checkpoint after each epoch. If `isResumed`, continues after the latest checkpoint, with
 * the result of an uninterrupted run. Null if the signal aborts.
 */
export async function trainPooled(
  tf: TensorFlow,
  recipe: PooledRecipe,
  data: PooledData,
  options: TrainPooledOptions,
): Promise<PooledNetwork | null> {
  const { checkpoints, run, signal, say } = options
  const { epochs, seed } = run
  const saved = options.isResumed
    ? readPooledCheckpoint({ directory: checkpoints, stage: STAGE, epochs, run, shape: data.shape })
    : null
  const state = saved ?? startPooledState(data, seed)
  while (state.history.length < epochs) {
    const epoch = state.history.length + 1
    const startedAt = performance.now()
    const cpuAt = process.cpuUsage()
    const stepAt = state.optimiser.step
    let progress: ReturnType<TrainPooledOptions['startProgress']> | undefined
    const isDone = await trainPooledEpoch(state, {
      tf,
      recipe,
      data,
      epochs,
      signal,
      onStart: rows => {
        progress = options.startProgress(`${STAGE} ${epoch}/${epochs}`, rows)
      },
      onBatch: (rowsDone, loss) => progress?.update(rowsDone, `loss ${loss.toFixed(4)}`),
    }).finally(() => progress?.stop())
    if (!isDone) return null
    writePooledCheckpoint(checkpoints, STAGE, run, state)
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    const cpu = process.cpuUsage(cpuAt)
    const cpuPerStep = (cpu.user + cpu.system) / 1000 / (state.optimiser.step - stepAt)
    say(
      `${STAGE} ${epoch}/${epochs}: loss ${state.history.at(-1)?.toFixed(4)}, ${seconds} s, ${cpuPerStep.toFixed(0)} ms CPU per step`,
    )
  }
  return averagedNetwork(tf, recipe, data, state)
}

/** Prefix of the checkpoints. */
const STAGE = 'network'
