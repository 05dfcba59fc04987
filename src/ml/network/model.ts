import { createHash } from 'node:crypto'
import type { ModelManifest } from './manifest.ts'
import { type LocatedTensor, tensorLayout } from './tensors.ts'

/** A checked model in memory. */
export interface Model {
  readonly manifest: ModelManifest
  readonly version: string
  /** The word at index n has token id n + 1. */
  readonly vocabulary: readonly string[]
  /** Models that read the texts in another language; none if absent. */
  readonly others?: ReadonlyMap<string, Model>
  /** The weights file. `tensorOf` reads it. */
  readonly weights: Uint8Array
}

/**
 * The name and 12 hex digits. They change with anything that can alter a result: weights, vocabulary, preprocessing,
 * network, labels, threshold and languages. Provenance, description and the layout of the manifest's text are not included.
 */
export function modelVersion(manifest: ModelManifest): string {
  const { name, labels, preprocessing, network, weights, vocabularySha256, uncertainBelow, languages } = manifest
  const { vocabulary: _fileName, ...rules } = preprocessing
  const parts = [weights.sha256, vocabularySha256, labels, rules, network, uncertainBelow]
  const identity = JSON.stringify(languages === undefined ? parts : [...parts, languages])
  return `${name}@${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`
}

/** A float32 tensor's values, row-major; a view, not a copy. For int8 word vectors see `wordVectors`. */
export function tensorOf(model: Model, name: string): Float32Array {
  const { dtype } = locate(model, name)
  if (dtype === 'int8') throw new RangeError(`${name} holds bytes, not floats.`)
  const { buffer, byteOffset, byteLength } = tensorBytes(model, name)
  return new Float32Array(buffer, byteOffset, byteLength / 4)
}

/** Any tensor's bytes as in the file; a view, not a copy. */
export function tensorBytes(model: Model, name: string): Uint8Array {
  const { offsetBytes, sizeBytes } = locate(model, name)
  return model.weights.subarray(offsetBytes, offsetBytes + sizeBytes)
}

function locate({ manifest: { network, labels } }: Model, name: string): LocatedTensor {
  const located = tensorLayout(network, labels.length).find(tensor => tensor.name === name)
  if (located === undefined) throw new RangeError(`A ${network.kind} network has no tensor named ${name}.`)
  return located
}

/**
 * All word vectors as float32, row-major [vocabularySize, embeddingSize]. int8 vectors are multiplied by their scales.
 */
export function wordVectors(model: Model): Float32Array {
  const { network } = model.manifest
  if (network.kind === 'embedding-lstm-dense') return tensorOf(model, 'embedding/embeddings')
  const scales = tensorOf(model, 'embedding/scale')
  const bytes = tensorBytes(model, 'embedding/rows')
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from(rows, (value, at) => value * (scales[Math.floor(at / network.embeddingSize)] ?? 0))
}
