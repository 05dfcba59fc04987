import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import type { Mention, Scores } from './classifier.ts'
import type { Model } from './load-model.ts'
import type { TextScorer } from './score-texts.ts'

export interface WorkerPool {
  readonly score: TextScorer
  /** Waits for what is in work. */
  close(): Promise<void>
}

/**
 * Mentions that travel to a thread together. Large enough that the kernel's two lanes stay busy, small enough that a batch of a hundred
 * spreads over the threads and a single one never waits long behind a batch: some 5 ms.
 */
const MENTIONS_PER_CHUNK = 16

/** Scores mentions in `threads` worker threads, each with its own kernel; the calling thread only hands out work. */
export function createWorkerPool(model: Model, threads: number): WorkerPool {
  const isSource = import.meta.url.endsWith('.ts')
  const pool = new Piscina<readonly Mention[], Scores[]>({
    filename: new URL(isSource ? './worker.ts' : './worker.js', import.meta.url).href,
    workerData: model,
    minThreads: threads,
    maxThreads: threads,
    ...(isSource && { execArgv: ['--import', typeScriptLoader()] }),
  })
  return {
    score: async mentions => {
      const size = Math.min(MENTIONS_PER_CHUNK, Math.ceil(mentions.length / threads))
      const chunks = await Promise.all(chunked(mentions, size).map(chunk => pool.run(chunk)))
      return chunks.flat()
    },
    close: () => pool.close(),
  }
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  const count = size === 0 ? 0 : Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}

/** Run from source, a worker thread does not inherit the loader that its parent uses. An absolute address, for any working directory. */
const typeScriptLoader = () => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
