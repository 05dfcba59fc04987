import { createHash } from 'node:crypto'
import type { Label } from '../../labels.ts'
import { UsageError } from '../../problem/problem.ts'
import { tokensAlone } from '../network/engine.ts'
import { createKernelEngine } from '../network/kernel.ts'
import type { KerasTokenizerPreprocessing, ModelManifest } from '../network/manifest.ts'
import { type Model, modelVersion } from '../network/model.ts'
import { tensorShapes } from '../network/tensors.ts'
import type { ModelFiles } from '../training/build-model.ts'
import { type Architecture, readArchitecture } from './architecture.ts'
import { importedCard, type KerasManifest, type KerasNetwork } from './imported-card.ts'
import { networkWeights } from './network-weights.ts'
import { type KerasTokenizer, parseTokenizer } from './parse-tokenizer.ts'
import type { KerasFile } from './read-keras-file.ts'

/** Preprocessing of the model's training texts that neither file records. */
export interface ImportSettings {
  /** Of the model's directory. */
  readonly name: string
  /** In the order of the model's outputs. */
  readonly labels: readonly Label[]
  /** `maxlen` of `pad_sequences`; null if the model's input shape determines it. */
  readonly maxTokens: number | null
  readonly padding: 'pre' | 'post'
  readonly truncating: 'pre' | 'post'
  /** Deleted before tokenising. */
  readonly removedSubstrings: readonly string[]
  /** The import command without this machine's paths. */
  readonly command: string
}

export interface ImportedModel {
  readonly files: ModelFiles
  readonly manifest: ModelManifest
  readonly version: string
  /** Facts for the user who imports the model, one sentence each. */
  readonly notices: readonly string[]
}

/** A file, with the name for messages and the model card. */
interface Named<T> {
  readonly name: string
  readonly content: T
}

/**
 * Turns a Keras model and its tokenizer into the content of a model directory, and scores one text with it. Throws a
 * `UsageError` if the results would differ from Keras's.
 */
export async function importKerasModel(
  model: Named<KerasFile>,
  tokenizerJson: Named<string>,
  settings: ImportSettings,
): Promise<ImportedModel> {
  const architecture = explain(model.name, () => readArchitecture(model.content.modelConfig))
  const weights = explain(model.name, () => networkWeights(architecture, model.content.weights))
  const tokenizer = explain(tokenizerJson.name, () =>
    parseTokenizer(tokenizerJson.content, architecture.vocabularySize),
  )
  checkLabels(architecture, settings.labels)
  const parts = {
    network: networkOf(architecture),
    preprocessing: preprocessing(architecture, tokenizer, settings),
    weights: Buffer.from(weights.buffer),
    vocabulary: Buffer.from(`${tokenizer.vocabulary.join('\n')}\n`),
  }
  const manifest = manifestOf(model, parts, settings)
  const version = modelVersion(manifest)
  await tryOut(model.name, { manifest, version, vocabulary: tokenizer.vocabulary, weights: parts.weights })
  const card = importedCard(manifest, { model: model.name, tokenizer: tokenizerJson.name })
  return {
    manifest,
    version,
    notices: notices(architecture),
    files: {
      'weights.bin': parts.weights,
      [parts.preprocessing.vocabulary]: parts.vocabulary,
      'CARD.md': Buffer.from(card),
      'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
    },
  }
}

/** The contents of a model's folder, before its manifest is written. */
interface ModelParts {
  readonly network: KerasNetwork
  readonly preprocessing: KerasTokenizerPreprocessing
  readonly weights: Buffer
  readonly vocabulary: Buffer
}

const networkOf = ({ vocabularySize, embeddingSize, hiddenSize, isMasked }: Architecture): KerasNetwork => ({
  kind: 'embedding-lstm-dense',
  vocabularySize,
  embeddingSize,
  hiddenSize,
  ...(isMasked && { padding: 'none' }),
})

function manifestOf(
  { name: file, content: { kerasVersion } }: Named<KerasFile>,
  { network, preprocessing: rules, weights, vocabulary }: ModelParts,
  { name, labels, command }: ImportSettings,
): KerasManifest {
  const madeWith = kerasVersion === null ? 'Keras' : `Keras ${kerasVersion}`
  return {
    formatVersion: 1,
    name,
    description: `An Embedding > LSTM > Dense model made with ${madeWith}, imported from ${file}.`,
    labels: [...labels],
    preprocessing: rules,
    network,
    weights: {
      file: 'weights.bin',
      sha256: sha256(weights),
      tensors: tensorShapes(network, labels.length).map(tensor => ({ ...tensor })),
    },
    vocabularySha256: sha256(vocabulary),
    uncertainBelow: null,
    temperature: null,
    provenance: {
      recipe: null,
      command,
      seed: null,
      trainedAt: null,
      runtime: madeWith,
      codeRevision: null,
      data: [],
      split: null,
      trainedOn: null,
    },
  }
}

function preprocessing(
  { isMasked, inputLength }: Architecture,
  { isLowerCased, filteredCharacters, unknownTokenId }: KerasTokenizer,
  { maxTokens, padding, truncating, removedSubstrings }: ImportSettings,
): KerasTokenizerPreprocessing {
  if (padding === 'post' && !isMasked) {
    throw new UsageError(
      '--padding post needs a model that skips padding (mask_zero=True): this model was trained with zeros after the text, which is not supported. Train it with padding="pre", or with mask_zero=True.',
    )
  }
  const uncased = removedSubstrings.find(removed => isLowerCased && removed !== removed.toLowerCase())
  if (uncased !== undefined) {
    throw new UsageError(
      `--remove-substring ${JSON.stringify(uncased)} would never match: the tokenizer lower-cases texts before substrings are removed.`,
    )
  }
  return {
    kind: 'keras-tokenizer',
    isLowerCased,
    removedSubstrings: [...removedSubstrings],
    filteredCharacters,
    vocabulary: 'vocabulary.txt',
    ...(unknownTokenId !== null && { unknownTokenId }),
    maxTokens: rowLength(inputLength, maxTokens),
    ...(truncating === 'post' && { truncating }),
  }
}

function rowLength(inputLength: number | null, maxTokens: number | null): number {
  if (inputLength !== null && maxTokens !== null && inputLength !== maxTokens) {
    throw new UsageError(
      `--max-tokens is ${maxTokens}, but the model takes rows of ${inputLength} tokens; remove --max-tokens.`,
    )
  }
  const length = inputLength ?? maxTokens
  if (length !== null) return length
  throw new UsageError('The model takes rows of any length: add --max-tokens with the maxlen of pad_sequences.')
}

function checkLabels({ units, activation }: Architecture, labels: readonly Label[]): void {
  const outputs = activation === 'sigmoid' ? 2 : units
  if (labels.length === outputs) return
  throw new UsageError(
    activation === 'sigmoid'
      ? `--labels names ${labels.length}, but a model with one unit has two labels: name the label of 0, then the label of 1.`
      : `--labels names ${labels.length}, but the model has ${outputs} outputs; name one label for each output, in order.`,
  )
}

/** Tried now rather than at server start: a network may be too large for the kernel's memory. */
async function tryOut(name: string, model: Model): Promise<void> {
  try {
    const engine = await createKernelEngine(model)
    await engine.predict([tokensAlone(new Int32Array()), tokensAlone(Int32Array.of(1))])
    await engine.close()
  } catch (error) {
    // WebAssembly throws the first if memory cannot grow, JavaScript the second if an array would be too long.
    if (error instanceof Error && ['RuntimeError', 'RangeError'].includes(error.name)) {
      throw new UsageError(`${name} cannot be imported. Its network is too large.`)
    }
    throw error
  }
}

function notices({ precision }: Architecture): string[] {
  if (precision === 'float32' || precision === 'float64') return []
  return [`Keras computes this model in ${precision}, Pulso in float32: results differ by rounding.`]
}

/** Prefixes an error with the name of its file. */
function explain<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${name} cannot be imported. ${error.message}`)
    throw error
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
