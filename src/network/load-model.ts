import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../problem.ts'
import { type ModelManifest, modelManifestSchema } from './manifest.ts'
import { type TensorName, tensorShapes } from './tensors.ts'

/** A model as it lies in its folder, checked and in memory. */
export interface Model {
  readonly manifest: ModelManifest
  readonly version: string
  /** The word at index n has token id n + 1. */
  readonly vocabulary: readonly string[]
  /** All tensors one after the other, in the manifest's order. */
  readonly weights: Float32Array
}

/**
 * Reads and checks `manifest.json`, the weights and the vocabulary of a folder under `models/`.
 * Throws a `UsageError` that names the file at fault.
 */
export async function loadModel(directory: string): Promise<Model> {
  const manifest = await readManifest(directory)
  const [weights, vocabulary] = await Promise.all([
    readChecked(join(directory, manifest.weights.file), manifest.weights.sha256),
    readChecked(join(directory, manifest.preprocessing.vocabulary), manifest.vocabularySha256),
  ])
  checkLabels(directory, manifest)
  checkTensors(directory, manifest, weights.byteLength)
  const words = vocabulary.toString('utf8').replace(/\n$/, '').split('\n')
  if (words.length >= manifest.network.vocabularySize) {
    throw new UsageError(
      `${join(directory, manifest.preprocessing.vocabulary)} has ${words.length} words, but an embedding of ${manifest.network.vocabularySize} rows has room for ${manifest.network.vocabularySize - 1}: row 0 is the padding.`,
    )
  }
  const { unknownTokenId = 0 } = manifest.preprocessing
  if (unknownTokenId >= manifest.network.vocabularySize) {
    throw new UsageError(
      `${join(directory, 'manifest.json')} gives unknown words the id ${unknownTokenId}, but the embedding knows 0 to ${manifest.network.vocabularySize - 1}.`,
    )
  }
  return { manifest, version: modelVersion(manifest), vocabulary: words, weights: toFloats(weights) }
}

/** Reads `manifest.json` alone, which is enough to list a model. */
export async function readManifest(directory: string): Promise<ModelManifest> {
  const path = join(directory, 'manifest.json')
  const text = (await readOrExplain(path)).toString('utf8')
  const parsed = modelManifestSchema.safeParse(parseJson(path, text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UsageError(`${path} is not a model manifest: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`)
}

/**
 * The name and 12 hex digits that change with whatever changes an answer: weights, vocabulary, preprocessing, network, labels and
 * threshold. Provenance, description and the layout of the manifest's text do not count.
 */
export function modelVersion(manifest: ModelManifest): string {
  const { name, labels, preprocessing, network, weights, vocabularySha256, uncertainBelow } = manifest
  const { vocabulary: _fileName, ...rules } = preprocessing
  const identity = JSON.stringify([weights.sha256, vocabularySha256, labels, rules, network, uncertainBelow])
  return `${name}@${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`
}

/** One tensor's values, row-major; a view, not a copy. */
export function tensorOf({ manifest, weights }: Model, name: TensorName): Float32Array {
  let offset = 0
  for (const tensor of tensorShapes(manifest.network, manifest.labels.length)) {
    const size = sizeOf(tensor.shape)
    if (tensor.name === name) return weights.subarray(offset, offset + size)
    offset += size
  }
  throw new RangeError(`A ${manifest.network.kind} network has no tensor named ${name}.`)
}

/** The schema admits our labels only; one that stood twice would make an output unreachable. */
function checkLabels(directory: string, { labels }: ModelManifest): void {
  if (new Set(labels).size === labels.length) return
  throw new UsageError(`${join(directory, 'manifest.json')} names a label twice: ${labels.join(', ')}.`)
}

function checkTensors(directory: string, manifest: ModelManifest, sizeBytes: number): void {
  const path = join(directory, manifest.weights.file)
  const expected = tensorShapes(manifest.network, manifest.labels.length)
  const shown = (tensors: readonly { name: string; shape: readonly number[] }[]) =>
    tensors.map(({ name, shape }) => `${name} ${shape.join('x')}`).join(', ')
  if (shown(manifest.weights.tensors) !== shown(expected)) {
    throw new UsageError(
      `${join(directory, 'manifest.json')} lists the tensors ${shown(manifest.weights.tensors)}, but its network and labels need ${shown(expected)}.`,
    )
  }
  const expectedBytes = 4 * expected.reduce((sum, { shape }) => sum + sizeOf(shape), 0)
  if (sizeBytes !== expectedBytes) {
    throw new UsageError(`${path} has ${sizeBytes} bytes, but its manifest describes ${expectedBytes}.`)
  }
}

async function readChecked(path: string, sha256: string): Promise<Buffer> {
  const bytes = await readOrExplain(path)
  const actual = createHash('sha256').update(bytes).digest('hex')
  if (actual === sha256) return bytes
  throw new UsageError(
    `${path} is not the file its manifest describes (sha256 ${actual}, expected ${sha256}): restore the model's folder as a whole.`,
  )
}

async function readOrExplain(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError(
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code}). A model is a folder with manifest.json, its weights and its vocabulary.`,
    )
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}.`)
  }
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1)

/**
 * Shared, so that all threads read one copy; a copy at all, because a file's buffer need not start at a multiple of four.
 * Every platform we run on is little-endian, as the file is.
 */
function toFloats(bytes: Buffer): Float32Array {
  const floats = new Float32Array(new SharedArrayBuffer(bytes.byteLength))
  new Uint8Array(floats.buffer).set(bytes)
  return floats
}
