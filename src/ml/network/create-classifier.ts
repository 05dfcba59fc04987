import { type Batching, createBatcher, LARGEST_BATCH } from './batcher.ts'
import type { Classifier } from './classifier.ts'
import type { Engine } from './engine.ts'
import { loadModel } from './load-model.ts'
import type { Model } from './model.ts'
import { createTextScorer, type TextScorer } from './score-texts.ts'
import { createWorkerPool } from './worker-pool.ts'

export interface ClassifierOptions extends Partial<Batching> {
  /** The model's folder, with its manifest.json. */
  readonly directory: string
  /** Worker threads, 1 or more. */
  readonly threads: number
  /**
   * Mentions that may be waiting or in work before `classify` refuses more, of those who wait for an answer and of bulk each. One call
   * finds an idle classifier ready whatever its size.
   */
  readonly maxQueuedMentions: number
  /** Another engine, run on the calling thread; the worker threads are then left out. */
  readonly engine?: (model: Model) => Promise<Engine>
}

/** Loads and checks a model and resolves when it is ready to answer. Throws a `UsageError` where the folder is not a sound model. */
export async function createClassifier(options: ClassifierOptions): Promise<Classifier> {
  const { directory, threads, maxQueuedMentions, largestBatch = LARGEST_BATCH, longestWaitMs = 0 } = options
  const model = await loadModel(directory)
  const { score, close } = options.engine
    ? await scoreHere(model, await options.engine(model))
    : createWorkerPool(model, threads)
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

const scoreHere = async (model: Model, engine: Engine): Promise<{ score: TextScorer; close: () => Promise<void> }> => ({
  score: createTextScorer(model, engine),
  close: () => engine.close(),
})
