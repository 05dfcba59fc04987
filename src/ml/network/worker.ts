import { workerData } from 'node:worker_threads'
import { createKernelEngine } from './kernel.ts'
import type { Model } from './model.ts'
import { createTextReader, type TextReader } from './read-texts.ts'

async function start(model: Model): Promise<TextReader> {
  return createTextReader(model, await createKernelEngine(model))
}

/**
 * Piscina awaits this promise before a thread is ready, and calls the resolved function with each batch of mentions.
 */
export default start(workerData as Model)
