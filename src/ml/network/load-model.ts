import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../../problem/problem.ts'
import { type ModelManifest, modelManifestSchema } from './manifest.ts'
import { type Model, modelVersion } from './model.ts'
import { type TensorShape, tensorLayout, tensorShapes } from './tensors.ts'

/**
 * Reads and checks the manifest, the weights and the vocabulary in a model directory. Throws a `UsageError` that names
 * the invalid file.
 */
export async function loadModel(directory: string): Promise<Model> {
  const manifest = await readManifest(directory)
  const [weights, vocabulary] = await Promise.all([
    readChecked(join(directory, manifest.weights.file), manifest.weights.sha256),
    readChecked(join(directory, manifest.preprocessing.vocabulary), manifest.vocabularySha256),
  ])
  checkLabels(directory, manifest)
  checkNetwork(directory, manifest)
  checkUnknownToken(directory, manifest)
  checkTensors(directory, manifest, weights.byteLength)
  const words = vocabulary.toString('utf8').replace(/\n$/, '').split('\n')
  if (words.length >= manifest.network.vocabularySize) {
    throw new UsageError(
      `${join(directory, manifest.preprocessing.vocabulary)} has ${words.length} words, but the embedding of ${manifest.network.vocabularySize} rows has room for ${manifest.network.vocabularySize - 1}: row 0 is ${manifest.preprocessing.kind === 'keras-tokenizer' ? 'the padding' : 'the unknown word'}.`,
    )
  }
  const others = await loadOthers(directory, manifest)
  return {
    manifest,
    version: modelVersion(manifest),
    vocabulary: words,
    weights: toShared(weights),
    ...(others.size > 0 && { others }),
  }
}

/** The included models. A model in another directory may need one of them. */
const INCLUDED_MODELS = fileURLToPath(new URL('../../../models/', import.meta.url))

/** Loads the models of other languages: from folders beside this one, or of the included models. */
async function loadOthers(directory: string, { labels, languages }: ModelManifest): Promise<Map<string, Model>> {
  const others = new Map<string, Model>()
  for (const { language, version } of languages?.others ?? []) {
    const [name = ''] = version.split('@')
    const path = [join(directory, '..', name), join(INCLUDED_MODELS, name)].find(folder =>
      existsSync(join(folder, 'manifest.json')),
    )
    const needed = `${join(directory, 'manifest.json')} reads the language ${language} with ${version}`
    if (path === undefined) throw new UsageError(`${needed}, but there is no folder ${name} beside it.`)
    const other = await loadModel(path)
    if (other.version !== version) throw new UsageError(`${needed}, but ${path} contains ${other.version}.`)
    if (other.manifest.languages?.own !== language || other.others !== undefined) {
      throw new UsageError(`${needed}, but the manifest of ${path} does not describe a model of that language alone.`)
    }
    if (other.manifest.labels.join() !== labels.join()) {
      throw new UsageError(`${needed}, but the labels of ${path} are in another order.`)
    }
    others.set(language, other)
  }
  return others
}

/** Reads only `manifest.json`, which is enough to list a model. */
export async function readManifest(directory: string): Promise<ModelManifest> {
  const path = join(directory, 'manifest.json')
  const text = (await readOrExplain(path)).toString('utf8')
  const parsed = modelManifestSchema.safeParse(parseJson(path, text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UsageError(`${path} is not a model manifest: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`)
}

/** The schema accepts only our labels; a duplicate would make an output unreachable. */
function checkLabels(directory: string, { labels }: ModelManifest): void {
  if (new Set(labels).size === labels.length) return
  throw new UsageError(`${join(directory, 'manifest.json')} contains a label twice: ${labels.join(', ')}.`)
}

function checkUnknownToken(directory: string, { preprocessing, network }: ModelManifest): void {
  const id = preprocessing.kind === 'keras-tokenizer' ? (preprocessing.unknownTokenId ?? 0) : 0
  if (id < network.vocabularySize) return
  throw new UsageError(
    `${join(directory, 'manifest.json')} gives unknown words the id ${id}; the embedding has ids 0 to ${network.vocabularySize - 1}.`,
  )
}

/** Checks what the schema cannot: whether the parts of a network fit each other and the labels. */
function checkNetwork(directory: string, { network, labels }: ModelManifest): void {
  if (network.kind !== 'pooled-bilstm') return
  const path = join(directory, 'manifest.json')
  if (labels.length !== 4 || labels[3] !== 'IRRELEVANT') {
    throw new UsageError(
      `${path} lists the labels ${labels.join(', ')}, but a ${network.kind} network has four labels with IRRELEVANT last.`,
    )
  }
  const stray = network.contextHeads.findIndex(head => head >= network.heads)
  if (stray !== -1) {
    throw new UsageError(
      `${path} gives context ${stray} the head ${network.contextHeads[stray]}; its network has heads 0 to ${network.heads - 1}.`,
    )
  }
}

function checkTensors(directory: string, manifest: ModelManifest, sizeBytes: number): void {
  const path = join(directory, manifest.weights.file)
  const expected = tensorShapes(manifest.network, manifest.labels.length)
  if (shown(manifest.weights.tensors) !== shown(expected)) {
    throw new UsageError(
      `${join(directory, 'manifest.json')} lists the tensors ${shown(manifest.weights.tensors)}, but its network and labels need ${shown(expected)}.`,
    )
  }
  const tensors = tensorLayout(manifest.network, manifest.labels.length)
  const expectedBytes = tensors.reduce((sum, tensor) => sum + tensor.sizeBytes, 0)
  if (sizeBytes !== expectedBytes) {
    throw new UsageError(`${path} has ${sizeBytes} bytes, but its manifest describes ${expectedBytes}.`)
  }
}

const shown = (tensors: ModelManifest['weights']['tensors'] | readonly TensorShape[]) =>
  tensors.map(({ name, shape, dtype }) => `${name} ${shape.join('x')}${dtype ? ` ${dtype}` : ''}`).join(', ')

async function readChecked(path: string, sha256: string): Promise<Buffer> {
  const bytes = await readOrExplain(path)
  const actual = createHash('sha256').update(bytes).digest('hex')
  if (actual === sha256) return bytes
  throw new UsageError(
    `${path} does not match its manifest (sha256 ${actual}, expected ${sha256}): restore the complete model directory.`,
  )
}

async function readOrExplain(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError(
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code}). A model is a directory with manifest.json, its weights and its vocabulary.`,
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

/**
 * Shared, so that all threads read one copy. Copied, because a file's buffer may start at an odd offset. All supported
 * platforms are little-endian, like the file.
 */
function toShared(bytes: Buffer): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  shared.set(bytes)
  return shared
}
