import { contextOf } from '../../language/tweet-words/tweet-encoder.ts'
import { inputSize, OUTPUTS, type PooledParameters, type PooledShape } from './shape.ts'
import type { WordTable } from './word-table.ts'

/** A network in the layout of `network/tensors.ts`: a head for messages beside that for entities, quantised words. */
export interface ServedNetwork {
  /** Head of each context: no entity, entity mentioned, entity not mentioned. */
  readonly contextHeads: readonly number[]
  readonly heads: number
  /** The weights file's content. */
  readonly bytes: Buffer
}

/** Divisors of the sentiment logits, fitted on development rows. */
export interface Temperatures {
  readonly entities: number
  readonly messages: number
}

/** A logit for certain relevance: 1 - r is 2e-9. */
const CERTAIN = 20

const ENTITY_HEAD = 0
const MESSAGE_HEAD = 1

export interface TrainedNetwork {
  readonly shape: PooledShape
  readonly words: WordTable
  readonly parameters: PooledParameters
  readonly temperatures: Temperatures
}

/** Both heads have the trained weights. The head of messages is certain that they are relevant. */
export function servedNetwork({ shape, words, parameters, temperatures }: TrainedNetwork): ServedNetwork {
  const gates = 4 * shape.hiddenSize
  const inputs = inputSize(shape)
  const split = (kernel: Float32Array) => [kernel.subarray(0, inputs * gates), kernel.subarray(inputs * gates)]
  const ofEntities = scaledHead(parameters, temperatures.entities)
  const ofMessages = scaledHead(parameters, temperatures.messages)
  for (let at = OUTPUTS - 1; at < ofMessages.kernel.length; at += OUTPUTS) ofMessages.kernel[at] = 0
  ofMessages.bias[OUTPUTS - 1] = CERTAIN
  const { scales, rows } = wordBytes(shape, words)
  const parts = [
    ...split(parameters.forwardKernel),
    parameters.forwardBias,
    ...split(parameters.backwardKernel),
    parameters.backwardBias,
    parameters.pooledKernel,
    parameters.kindBias,
    ofEntities.kernel,
    ofMessages.kernel,
    ofEntities.bias,
    ofMessages.bias,
    scales,
    rows,
  ]
  const contextHeads = [MESSAGE_HEAD]
  for (const isFound of [true, false]) contextHeads[contextOf(-1, isFound)] = ENTITY_HEAD
  return {
    contextHeads,
    heads: 2,
    bytes: Buffer.concat(parts.map(part => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
  }
}

/** The head with its sentiment logits divided by a temperature. */
function scaledHead({ headKernel, headBias }: PooledParameters, temperature: number) {
  const scaled = (values: Float32Array) =>
    values.map((value, at) => (at % OUTPUTS === OUTPUTS - 1 ? value : value / temperature))
  return { kernel: scaled(headKernel), bias: scaled(headBias) }
}

/** Quantises each word's vector to bytes, with a scale that maps its largest value to 127. */
function wordBytes(shape: PooledShape, words: WordTable): { scales: Float32Array; rows: Int8Array } {
  const { vocabularySize, wordSize, lexiconSize } = shape
  const size = wordSize + lexiconSize
  const scales = new Float32Array(vocabularySize)
  const rows = new Int8Array(vocabularySize * size)
  const values = new Float32Array(size)
  for (let word = 0; word < vocabularySize; word++) {
    for (let i = 0; i < wordSize; i++) {
      values[i] = (words.fixed[word * wordSize + i] as number) + (words.learnt[word * wordSize + i] as number)
    }
    for (let i = 0; i < lexiconSize; i++) values[wordSize + i] = words.lexicon[word * lexiconSize + i] as number
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    if (largest === 0) continue
    scales[word] = largest / 127
    for (let i = 0; i < size; i++) rows[word * size + i] = Math.round(((values[i] as number) / largest) * 127)
  }
  return { scales, rows }
}
