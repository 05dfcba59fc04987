import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'
import type { Model } from '../network/model.ts'
import type { AdaptationResult } from './adapt-model.ts'
import type { LabelledMention } from './find-correction.ts'

export interface AdaptationTask {
  readonly model: Model
  readonly mentions: readonly LabelledMention[]
  /** Name of the new version. */
  readonly name: string
}

/** `adaptModel` in a thread, so that a server answers requests meanwhile. Rejects if the signal aborts. */
export async function adaptInThread(task: AdaptationTask, signal?: AbortSignal): Promise<AdaptationResult> {
  const isSource = import.meta.url.endsWith('.ts')
  const pool = new Piscina<AdaptationTask, AdaptationResult>({
    filename: new URL(isSource ? './worker.ts' : './worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    // A thread that runs from source does not inherit its parent's loader.
    ...(isSource && {
      execArgv: ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
    }),
  })
  try {
    return await pool.run(task, signal === undefined ? {} : { signal })
  } finally {
    await pool.destroy()
  }
}
