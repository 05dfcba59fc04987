import { execFileSync } from 'node:child_process'
import { type TensorFlow, tensorFlowRuntime } from '../ml/tensorflow/load.ts'

/** What `pulso train` was told, besides the recipe and the data. */
export interface TrainingRun {
  /** Folder of the model, and the model's name. */
  readonly out: string
  readonly name: string
  readonly checkpoints: string
  readonly limit: number | null
  readonly epochs: number
  readonly seed: number
  readonly isResumed: boolean
}

/** What a manifest says of where and when it was trained. */
export const trainedHere = (tf: TensorFlow) => ({
  trainedAt: new Date().toISOString(),
  runtime: `Node ${process.versions.node}, ${tensorFlowRuntime(tf)}, ${process.platform}-${process.arch}`,
  codeRevision: codeRevision(),
})

/** The commit of the checkout, or null where there is no git to ask. */
function codeRevision(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return null
  }
}
