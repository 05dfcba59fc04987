import { type Model, tensorBytes, tensorOf } from './load-model.ts'

/** All word vectors as float32, row-major [vocabularySize, embeddingSize]: as they stand in the file, or scale * row where they are int8. */
export function wordVectors(model: Model): Float32Array {
  const { network } = model.manifest
  if (network.kind === 'embedding-lstm-dense') return tensorOf(model, 'embedding/embeddings')
  const scales = tensorOf(model, 'embedding/scale')
  const bytes = tensorBytes(model, 'embedding/rows')
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from(rows, (value, at) => value * (scales[Math.floor(at / network.embeddingSize)] ?? 0))
}
