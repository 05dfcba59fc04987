import { workerData } from 'node:worker_threads'
import { createKernelEngine } from './kernel-engine.ts'
import type { Model } from './load-model.ts'
import { createTextScorer, type TextScorer } from './score-texts.ts'

async function start(model: Model): Promise<TextScorer> {
  return createTextScorer(model, await createKernelEngine(model))
}

/** Piscina waits for this promise before it calls a thread ready, and then calls what it resolves to with each chunk of mentions. */
export default start(workerData as Model)
