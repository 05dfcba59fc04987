import { type Classifier, OverloadedError } from './classifier.ts'
import type { Engine } from './engine.ts'
import { loadModel, type Model } from './load-model.ts'
import { createTextScorer, type TextScorer } from './score-texts.ts'
import { createWorkerPool } from './worker-pool.ts'

export interface ClassifierOptions {
  /** The model's folder, with its manifest.json. */
  readonly directory: string
  /** Worker threads, 1 or more. */
  readonly threads: number
  /** Mentions that may be waiting or in work before `classify` refuses more. One call finds an idle classifier ready whatever its size. */
  readonly maxQueuedMentions: number
  /** Another engine, run on the calling thread; the worker threads are then left out. */
  readonly engine?: (model: Model) => Promise<Engine>
}

/** Loads and checks a model and resolves when it is ready to answer. Throws a `UsageError` where the folder is not a sound model. */
export async function createClassifier(options: ClassifierOptions): Promise<Classifier> {
  const { directory, threads, maxQueuedMentions } = options
  const model = await loadModel(directory)
  const { score, close } = options.engine
    ? await scoreHere(model, await options.engine(model))
    : createWorkerPool(model, threads)
  await score([{ text: '', entity: null }])

  let queued = 0
  return {
    manifest: model.manifest,
    version: model.version,
    async classify(mentions) {
      if (queued > 0 && queued + mentions.length > maxQueuedMentions) throw new OverloadedError()
      queued += mentions.length
      try {
        return await score(mentions)
      } finally {
        queued -= mentions.length
      }
    },
    close,
  }
}

const scoreHere = async (model: Model, engine: Engine): Promise<{ score: TextScorer; close: () => Promise<void> }> => ({
  score: createTextScorer(model, engine),
  close: () => engine.close(),
})
