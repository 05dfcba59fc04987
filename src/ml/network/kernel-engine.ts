import type { Engine } from './engine.ts'
import { createKernel } from './kernel.ts'
import type { Model } from './load-model.ts'

/** The WebAssembly kernel as an engine on the calling thread. The server runs one in each worker thread. */
export async function createKernelEngine(model: Model): Promise<Engine> {
  const kernel = await createKernel(model)
  return {
    outputs: model.manifest.labels.length,
    predict: async rows => kernel(rows),
    close: async () => {},
  }
}
