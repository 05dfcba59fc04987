import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import type { Mention } from './classifier.ts'
import type { Model } from './model.ts'
import { createRoutedScoreReader } from './read-scores.ts'
import type { RoutedReadings } from './read-texts.ts'
import type { TextScorer } from './score-texts.ts'

export interface WorkerPool {
  /** Runs on one thread; the caller distributes work over several calls. */
  readonly score: TextScorer
  /** Waits for running batches. */
  close(): Promise<void>
}

/** Half of V8's default. Nothing of a batch outlives it, and no measured rate changed. */
const YOUNG_GENERATION_MB = 24

/** Scores mentions in `threads` worker threads, each with its own kernel. The calling thread only distributes work. */
export function createWorkerPool(model: Model, threads: number): WorkerPool {
  const isSource = import.meta.url.endsWith('.ts')
  const pool = new Piscina<readonly Mention[], RoutedReadings>({
    filename: new URL(isSource ? './worker.ts' : './worker.js', import.meta.url).href,
    workerData: model,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    ...(isSource && { execArgv: ['--import', typeScriptLoader()] }),
  })
  const scoresOf = createRoutedScoreReader(model)
  return {
    // Sends only the fields that a thread needs, because everything would be copied.
    score: async mentions => scoresOf(await pool.run(mentions.map(sentMention))),
    close: () => pool.close(),
  }
}

const sentMention = ({ text, entity, aliases, language }: Mention): Mention => ({
  text,
  entity,
  ...(aliases !== undefined && aliases.length > 0 && { aliases }),
  ...(language != null && { language }),
})

/**
 * Run from source, a worker thread does not inherit its parent's loader. An absolute URL works in any working
 * directory.
 */
const typeScriptLoader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
