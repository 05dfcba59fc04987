import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import type { Mention } from './classifier.ts'
import type { Model } from './model.ts'
import { createScoreReader } from './read-scores.ts'
import type { Readings } from './read-texts.ts'
import type { TextScorer } from './score-texts.ts'

export interface WorkerPool {
  /** One thread does it all: what is to be spread is handed out by whoever calls. */
  readonly score: TextScorer
  /** Waits for what is in work. */
  close(): Promise<void>
}

/** Half of what V8 takes by itself. Nothing of a batch outlives it, and no rate changed by it. */
const YOUNG_GENERATION_MB = 24

/** Scores mentions in `threads` worker threads, each with its own kernel; the calling thread only hands out work. */
export function createWorkerPool(model: Model, threads: number): WorkerPool {
  const isSource = import.meta.url.endsWith('.ts')
  const pool = new Piscina<readonly Mention[], Readings>({
    filename: new URL(isSource ? './worker.ts' : './worker.js', import.meta.url).href,
    workerData: model,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    ...(isSource && { execArgv: ['--import', typeScriptLoader()] }),
  })
  const scoresOf = createScoreReader(model.manifest)
  return {
    // Mentions come with much that no thread needs, and all of it would be copied.
    score: async mentions => scoresOf(await pool.run(mentions.map(({ text, entity }) => ({ text, entity })))),
    close: () => pool.close(),
  }
}

/** Run from source, a worker thread does not inherit the loader that its parent uses. An absolute address, for any working directory. */
const typeScriptLoader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
