import { lettersAndDigits } from '../../language/tweet-words/entity-names.ts'
import { contextCount, contextOf } from '../../language/tweet-words/tweet-encoder.ts'
import type { HeadCalibration } from './calibrate-head.ts'
import type { PooledData } from './prepare-data.ts'
import { HEAD_OUTPUTS, inputSize, type PooledParameters, type PooledShape } from './shape.ts'
import type { WordTable } from './word-table.ts'

/**
 * A network in the layout of `network/tensors.ts`: contexts instead of entities, heads shared by contexts, quantised
 * word vectors.
 */
export interface ServedNetwork {
  readonly contextHeads: readonly number[]
  readonly heads: number
  /** The weights file's content. */
  readonly bytes: Buffer
}

/** A logit for certain relevance: 1 - r is 2e-9. */
const CERTAIN = 20

/**
 * Head of each context. A known entity, and messages without an entity, use the head of the corpus that most of their
 * tweets come from. Unseen entities use the common head. The last head is that of messages, whose relevance is certain.
 */
export function contextHeadsOf({ divided, entities, shape }: PooledData): number[] {
  const forAll = shape.heads - 1
  const counts = new Map<string | null, number[]>()
  for (const [corpus, { training }] of divided.entries()) {
    for (const { entity } of training) {
      const key = entity === null ? null : lettersAndDigits(entity)
      const own = counts.get(key) ?? divided.map(() => 0)
      counts.set(key, own)
      own[corpus] = (own[corpus] ?? 0) + 1
    }
  }
  const mostOf = (key: string | null) => {
    const own = counts.get(key)
    return own === undefined ? forAll : own.indexOf(Math.max(...own))
  }
  const heads = new Array<number>(contextCount(entities.length)).fill(forAll)
  heads[0] = mostOf(null)
  for (const [index, entity] of entities.entries()) {
    for (const isFound of [true, false]) heads[contextOf(index, isFound)] = mostOf(lettersAndDigits(entity))
  }
  return heads
}

export interface TrainedNetwork {
  readonly shape: PooledShape
  readonly words: WordTable
  readonly parameters: PooledParameters
  readonly contextHeads: readonly number[]
  /** One for each head. */
  readonly calibrations: readonly HeadCalibration[]
}

export function servedNetwork(trained: TrainedNetwork): ServedNetwork {
  const { shape, words, parameters, contextHeads } = trained
  const { hiddenSize } = shape
  const inputs = inputSize(shape)
  const gates = 4 * hiddenSize
  const messageHead = contextHeads[0] ?? shape.heads - 1
  const split = (kernel: Float32Array) => [kernel.subarray(0, inputs * gates), kernel.subarray(inputs * gates)]
  const kernels: Float32Array[] = []
  const biases: Float32Array[] = []
  for (let head = 0; head <= shape.heads; head++) {
    const from = head === shape.heads ? messageHead : head
    const served = scaledHead(trained, from, head === shape.heads)
    kernels.push(served.kernel)
    biases.push(served.bias)
  }
  const floats = [
    ...split(parameters.forwardKernel),
    parameters.forwardBias,
    ...split(parameters.backwardKernel),
    parameters.backwardBias,
    parameters.pooledKernel,
    contextBiases(shape, parameters),
    ...kernels,
    ...biases,
  ]
  const { scales, rows } = wordBytes(shape, words)
  return {
    contextHeads: contextHeads.map((head, context) => (context === 0 ? shape.heads : head)),
    heads: shape.heads + 1,
    bytes: Buffer.concat(
      [...floats, scales, rows].map(part => Buffer.from(part.buffer, part.byteOffset, part.byteLength)),
    ),
  }
}

function scaledHead(
  { shape: { denseSize }, parameters: { headKernels, headBiases }, calibrations }: TrainedNetwork,
  head: number,
  isCertain: boolean,
): { kernel: Float32Array; bias: Float32Array } {
  const { offsets, temperature } = calibrations[head] as HeadCalibration
  const kernel = headKernels.slice(head * denseSize * HEAD_OUTPUTS, (head + 1) * denseSize * HEAD_OUTPUTS)
  const bias = headBiases.slice(head * HEAD_OUTPUTS, (head + 1) * HEAD_OUTPUTS)
  for (const values of [kernel, bias]) {
    for (let at = 0; at < values.length; at++) {
      const output = at % HEAD_OUTPUTS
      const isRelevance = output === HEAD_OUTPUTS - 1
      if (isRelevance && isCertain) values[at] = values === bias ? CERTAIN : 0
      else if (!isRelevance) {
        values[at] = ((values[at] as number) + (values === bias ? (offsets[output] as number) : 0)) / temperature
      }
    }
  }
  return { kernel, bias }
}

/** [contexts, denseSize] */
function contextBiases(shape: PooledShape, { kindBias, entityVectors, entityKernel }: PooledParameters): Float32Array {
  const { denseSize, entitySize, entities } = shape
  const biases = new Float32Array(contextCount(entities) * denseSize)
  biases.set(kindBias)
  for (let entity = 0; entity < entities; entity++) {
    for (const isFound of [true, false]) {
      const to = contextOf(entity, isFound) * denseSize
      const kind = isFound ? 1 : 2
      for (let unit = 0; unit < denseSize; unit++) {
        let sum = kindBias[kind * denseSize + unit] as number
        for (let k = 0; k < entitySize; k++) {
          sum += (entityVectors[entity * entitySize + k] as number) * (entityKernel[k * denseSize + unit] as number)
        }
        biases[to + unit] = sum
      }
    }
  }
  return biases
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
