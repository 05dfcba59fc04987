import type { EncodedText } from '../../../src/ml/network/engine.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { createTensorFlowEngine } from '../../../src/ml/network/tensorflow-engine.ts'
import { loadTensorFlow, tensorFlowRuntime } from '../../../src/ml/tensorflow/load.ts'
import type { Player } from '../player.ts'

/** tfjs-node's stock layers with padding, as its users would run them. */
export async function openTfjsNode(model: Model): Promise<Player<EncodedText>> {
  process.env.TF_NUM_INTRAOP_THREADS = '1'
  process.env.TF_NUM_INTEROP_THREADS = '1'
  const { predict } = await createTensorFlowEngine(model)
  return { version: tensorFlowRuntime(loadTensorFlow()), answer: predict }
}
