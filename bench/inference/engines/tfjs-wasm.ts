import { dirname, join } from 'node:path'
import type { EncodedText } from '../../../src/ml/network/engine.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { buildTensorFlowBilstm } from '../../../src/ml/network/tensorflow-bilstm.ts'
import { buildTensorFlowLstm } from '../../../src/ml/network/tensorflow-lstm.ts'
import type { TensorFlow } from '../../../src/ml/tensorflow/load.ts'
import { peerRequire, peerVersion } from '../../peers/peer-require.ts'
import type { Player } from '../player.ts'

interface WasmBackend {
  setWasmPaths(directory: string): void
}

/** TensorFlow.js's own WebAssembly backend with the same stock layers. In Node it uses only one thread. */
export async function openTfjsWasm(model: Model): Promise<Player<EncodedText>> {
  const tf: TensorFlow = { ...peerRequire('@tensorflow/tfjs-core'), ...peerRequire('@tensorflow/tfjs-layers') }
  const { setWasmPaths } = peerRequire('@tensorflow/tfjs-backend-wasm') as WasmBackend
  setWasmPaths(join(dirname(peerRequire.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist', '/'))
  await tf.setBackend('wasm')
  await tf.ready()
  const { network: shape } = model.manifest
  const network =
    shape.kind === 'pooled-bilstm' ? buildTensorFlowBilstm(tf, model, shape) : buildTensorFlowLstm(tf, model, shape)
  return {
    version: peerVersion('@tensorflow/tfjs-backend-wasm'),
    answer: rows => tf.tidy(() => network.answer(rows).dataSync()),
  }
}
