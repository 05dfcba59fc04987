import { type Batching, createBatcher, LARGEST_BATCH } from './batcher.ts'
import type { Classifier } from './classifier.ts'
import type { Engine } from './engine.ts'
import { loadModel } from './load-model.ts'
import type { Model } from './model.ts'
import { createRoutedScoreReader } from './read-scores.ts'
import { createRoutedReader } from './routed-reader.ts'
import type { TextScorer } from './score-texts.ts'
import { createWorkerPool } from './worker-pool.ts'

export interface ClassifierOptions extends Partial<Batching> {
  /** The model's directory, which contains manifest.json. */
  readonly directory: string
  /** Number of worker threads, 1 or more. */
  readonly threads: number
  /**
   * Limit of mentions that wait or are being scored, for interactive and for bulk requests each. An idle classifier
   * accepts one call of any size.
   */
  readonly maxQueuedMentions: number
  /** Replaces the worker threads: an engine that runs on the calling thread. */
  readonly engine?: (model: Model) => Promise<Engine>
}

/**
 * Loads and checks a model; resolves when it is ready. Throws a `UsageError` if the directory does not contain a valid
 * model.
 */
export async function createClassifier(options: ClassifierOptions): Promise<Classifier> {
  const { directory, threads, maxQueuedMentions, largestBatch = LARGEST_BATCH, longestWaitMs = 0 } = options
  const model = await loadModel(directory)
  const { score, close } = options.engine ? await scoreHere(model, options.engine) : createWorkerPool(model, threads)
  await score([{ text: '', entity: null }])
  const atOnce = options.engine ? 1 : threads
  const batcher = createBatcher({ score, threads: atOnce, largestBatch, longestWaitMs, maxQueuedMentions })
  return {
    manifest: model.manifest,
    version: model.version,
    classify: batcher.score,
    async close() {
      await batcher.drain()
      await close()
    },
  }
}

async function scoreHere(
  model: Model,
  createEngine: (model: Model) => Promise<Engine>,
): Promise<{ score: TextScorer; close: () => Promise<void> }> {
  const { read, close } = await createRoutedReader(model, createEngine)
  const scoresOf = createRoutedScoreReader(model)
  return { score: async mentions => scoresOf(await read(mentions)), close }
}
