import { execFileSync } from 'node:child_process'
import { type TensorFlow, tensorFlowRuntime } from '../ml/tensorflow/load.ts'

/** The options of `pulso train`, except for the recipe and the data. */
export interface TrainingRun {
  /** The model's directory and name. */
  readonly out: string
  readonly name: string
  readonly checkpoints: string
  readonly limit: number | null
  readonly epochs: number
  readonly seed: number
  readonly isResumed: boolean
}

/** Date, software and code revision of a training, for the manifest. */
export const trainedHere = (tf: TensorFlow) => ({
  trainedAt: new Date().toISOString(),
  runtime: `Node ${process.versions.node}, ${tensorFlowRuntime(tf)}, ${process.platform}-${process.arch}`,
  codeRevision: codeRevision(),
})

/** The commit of the checkout; null without git. */
function codeRevision(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return null
  }
}
