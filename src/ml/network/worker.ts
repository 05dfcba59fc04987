import { workerData } from 'node:worker_threads'
import { createKernelEngine } from './kernel.ts'
import type { Model } from './model.ts'
import { createRoutedReader, type RoutedReader } from './routed-reader.ts'

async function start(model: Model): Promise<RoutedReader> {
  return (await createRoutedReader(model, createKernelEngine)).read
}

/**
 * Piscina awaits this promise before a thread is ready, and calls the resolved function with each batch of mentions.
 */
export default start(workerData as Model)
