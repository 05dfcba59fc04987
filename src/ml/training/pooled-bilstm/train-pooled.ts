import type { TensorFlow } from '../../tensorflow/load.ts'
import type { Teacher } from './epoch-rows.ts'
import type { Example } from './examples.ts'
import type { PooledNetwork } from './loss-and-gradient.ts'
import { type PooledRun, readPooledCheckpoint, writePooledCheckpoint } from './pooled-checkpoint.ts'
import type { PooledData } from './prepare-data.ts'
import type { PooledRecipe } from './recipe.ts'
import { scoreExamples } from './score-examples.ts'
import { HEAD_OUTPUTS } from './shape.ts'
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
 * Trains the teachers, if the recipe has any, then the served network, with a checkpoint after each epoch of each. If
 * `isResumed`, continues after the latest checkpoint, with the result of an uninterrupted run. Null if the signal
 * aborts.
 */
export async function trainPooled(
  tf: TensorFlow,
  recipe: PooledRecipe,
  data: PooledData,
  options: TrainPooledOptions,
): Promise<PooledNetwork | null> {
  const { teachers } = recipe
  const served = { tf, recipe, data, options, stage: 'network', seed: options.run.seed }
  if (teachers === null) return trainOne({ ...served, teacher: NO_TEACHER })
  const lessons = new Lessons(data, teachers.count)
  for (let number = 1; number <= teachers.count; number++) {
    const own = { ...recipe, ...teachers, epochs: teachers.epochs }
    const large = { ...data, shape: { ...data.shape, ...teachers.network } }
    const network = await trainOne({
      tf,
      recipe: own,
      data: large,
      options,
      stage: `teacher-${number}`,
      seed: seedOf(options.run.seed, number),
      teacher: NO_TEACHER,
    })
    if (network === null) return null
    lessons.add(network)
  }
  const teacher = (example: Example) => lessons.targets(example, teachers.share)
  return trainOne({ ...served, teacher })
}

const NO_TEACHER: Teacher = () => null

/** Seeds have 32 bits; the golden ratio spreads adjacent ones. */
const seedOf = (seed: number, number: number) => (seed + Math.imul(number, 0x9e3779b9)) >>> 0

/** The training of one network: a teacher or the served one. */
interface Stage {
  readonly tf: TensorFlow
  readonly recipe: Omit<PooledRecipe, 'teachers'>
  readonly data: PooledData
  readonly options: TrainPooledOptions
  /** Prefix of its checkpoints. */
  readonly stage: string
  readonly seed: number
  readonly teacher: Teacher
}

async function trainOne({ tf, recipe, data, options, stage, seed, teacher }: Stage): Promise<PooledNetwork | null> {
  const { checkpoints, run, signal, say } = options
  const { epochs } = stage === 'network' ? run : recipe
  const saved = options.isResumed
    ? readPooledCheckpoint({ directory: checkpoints, stage, epochs, run, shape: data.shape })
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
      teacher,
      signal,
      onStart: rows => {
        progress = options.startProgress(`${stage} ${epoch}/${epochs}`, rows)
      },
      onBatch: (rowsDone, loss) => progress?.update(rowsDone, `loss ${loss.toFixed(4)}`),
    }).finally(() => progress?.stop())
    if (!isDone) return null
    writePooledCheckpoint(checkpoints, stage, run, state)
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    const cpu = process.cpuUsage(cpuAt)
    const cpuPerStep = (cpu.user + cpu.system) / 1000 / (state.optimiser.step - stepAt)
    say(
      `${stage} ${epoch}/${epochs}: loss ${state.history.at(-1)?.toFixed(4)}, ${seconds} s, ${cpuPerStep.toFixed(0)} ms CPU per step`,
    )
  }
  return averagedNetwork(tf, recipe, data, state)
}

/** The teachers' mean results for every training example, at the head of its corpus and at the common head. */
class Lessons {
  readonly #answers = new Map<Example, Float32Array>()
  readonly #examples: readonly Example[]
  readonly #count: number
  readonly #forAll: number

  constructor({ source, shape }: PooledData, count: number) {
    this.#examples = source.groups.flat(2)
    this.#count = count
    this.#forAll = shape.heads - 1
    for (const example of this.#examples) this.#answers.set(example, new Float32Array(2 * HEAD_OUTPUTS))
  }

  add(network: PooledNetwork): void {
    const answers = scoreExamples(network, this.#examples)
    for (const [index, example] of this.#examples.entries()) {
      const mean = this.#answers.get(example) as Float32Array
      for (const [slot, head] of [example.corpus, this.#forAll].entries()) {
        for (let output = 0; output < HEAD_OUTPUTS; output++) {
          const at = slot * HEAD_OUTPUTS + output
          mean[at] = (mean[at] as number) + (answers[index]?.[head]?.[output] ?? 0) / this.#count
        }
      }
    }
  }

  /** Hinton, Vinyals & Dean 2015, "Distilling the knowledge in a neural network", at temperature 1. */
  targets(example: Example, share: number) {
    const mean = this.#answers.get(example) as Float32Array
    const { corpus, sentiment, kind } = example
    return [corpus, this.#forAll].map((head, slot) => {
      const taught = (output: number) => mean[slot * HEAD_OUTPUTS + output] as number
      const wanted = (label: number) => share * taught(label) + (1 - share) * (sentiment === label ? 1 : 0)
      return {
        head,
        sentiment: [wanted(0), wanted(1), wanted(2)] as const,
        relevance: share * taught(HEAD_OUTPUTS - 1) + (1 - share) * (sentiment === -1 ? 0 : 1),
        sentimentWeight: sentiment === -1 ? 0 : 1,
        relevanceWeight: kind === 0 ? 0 : 0.5,
      }
    })
  }
}
