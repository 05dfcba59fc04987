import { workerData } from 'node:worker_threads'
import { createKernelEngine } from './kernel.ts'
import type { Model } from './model.ts'
import { createTextReader, type TextReader } from './read-texts.ts'

async function start(model: Model): Promise<TextReader> {
  return createTextReader(model, await createKernelEngine(model))
}

/** Piscina waits for this promise before it calls a thread ready, and then calls what it resolves to with each batch of mentions. */
export default start(workerData as Model)
