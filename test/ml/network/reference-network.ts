import type { EncodedText } from '../../../src/ml/network/engine.ts'
import type { EmbeddingLstmDense, PooledBilstm } from '../../../src/ml/network/manifest.ts'
import { type Model, tensorBytes, tensorOf } from '../../../src/ml/network/model.ts'

/** The network that a manifest describes, in plain double precision. */
export function referenceProbabilities(model: Model, row: EncodedText): number[] {
  const { network } = model.manifest
  return network.kind === 'embedding-lstm-dense' ? plain(model, network, row) : pooled(model, network, row)
}

/**
 * Keras's computation: pad in front with zeros up to `maxTokens` (unless the network was trained without padding), run
 * the LSTM over every position including padding, then apply softmax to the dense layer.
 */
function plain(model: Model, network: EmbeddingLstmDense, { tokenIds }: EncodedText): number[] {
  const pads = network.padding === 'none' ? 0 : model.manifest.preprocessing.maxTokens - tokenIds.length
  const embeddings = matrix(tensorOf(model, 'embedding/embeddings'), network.embeddingSize)
  const inputs = [...zeros(pads), ...tokenIds].map(id => at(embeddings, id))
  const last = lstm(model, 'lstm', network.hiddenSize, inputs).at(-1) ?? zeros(network.hiddenSize)
  const kernel = matrix(tensorOf(model, 'dense/kernel'), model.manifest.labels.length)
  return softmax(product(last, kernel, [...tensorOf(model, 'dense/bias')]))
}

function pooled(model: Model, network: PooledBilstm, { tokenIds, marks, context }: EncodedText): number[] {
  const { embeddingSize, hiddenSize, denseSize } = network
  const bytes = tensorBytes(model, 'embedding/rows')
  const scales = tensorOf(model, 'embedding/scale')
  const isMarked = (step: number, mark: number) => (at(marks ?? zeros(tokenIds.length), step) >> mark) & 1
  const inputs = Array.from(tokenIds, (id, step) => [
    ...Array.from(
      bytes.subarray(id * embeddingSize, (id + 1) * embeddingSize),
      byte => ((byte << 24) >> 24) * at(scales, id),
    ),
    ...Array.from({ length: network.marks }, (_, mark) => isMarked(step, mark)),
  ])

  const forward = lstm(model, 'forward', hiddenSize, inputs)
  const backward = lstm(model, 'backward', hiddenSize, inputs.toReversed()).toReversed()
  const ofEntity = (states: number[][]) => states.filter((_, step) => isMarked(step, 0))
  const features = [
    ...largest(forward, hiddenSize),
    ...largest(backward, hiddenSize),
    ...mean(forward, hiddenSize),
    ...mean(backward, hiddenSize),
    ...mean(ofEntity(forward), hiddenSize),
    ...mean(ofEntity(backward), hiddenSize),
  ]

  const contextBias = at(matrix(tensorOf(model, 'context/bias'), denseSize), context)
  const kernel = matrix(tensorOf(model, 'pooled/kernel'), denseSize)
  const dense = product(features, kernel, contextBias).map(value => Math.max(0, value))
  const head = at(network.contextHeads, context)
  const headKernel = matrix(tensorOf(model, 'heads/kernel'), 4).slice(head * denseSize, (head + 1) * denseSize)
  const logits = product(dense, headKernel, at(matrix(tensorOf(model, 'heads/bias'), 4), head))
  const relevance = at(logits, 3)
  return [...softmax(logits.slice(0, 3)).map(share => share * logistic(relevance)), logistic(-relevance)]
}

/** The state after each input, from the zero state; gates i, f, c, o. */
function lstm(model: Model, name: string, hiddenSize: number, inputs: readonly number[][]): number[][] {
  const kernel = matrix(tensorOf(model, `${name}/kernel`), 4 * hiddenSize)
  const recurrentKernel = matrix(tensorOf(model, `${name}/recurrent_kernel`), 4 * hiddenSize)
  const bias = [...tensorOf(model, `${name}/bias`)]
  const multiply = model.manifest.network.recurrence === 'int8' ? inBytes(recurrentKernel) : inFull(recurrentKernel)
  let hidden = zeros(hiddenSize)
  let cell = zeros(hiddenSize)
  return inputs.map(input => {
    const gates = multiply(hidden, product(input, kernel, bias))
    const gate = (index: number, unit: number) => at(gates, index * hiddenSize + unit)
    cell = cell.map((c, unit) => logistic(gate(1, unit)) * c + logistic(gate(0, unit)) * Math.tanh(gate(2, unit)))
    hidden = cell.map((c, unit) => logistic(gate(3, unit)) * Math.tanh(c))
    return hidden
  })
}

type Multiply = (state: readonly number[], start: readonly number[]) => number[]

const inFull =
  (lines: readonly number[][]): Multiply =>
  (state, start) =>
    product(state, lines, start)

/** Weights in 255 steps, with a scale per column; states in 127 steps. */
function inBytes(lines: readonly number[][]): Multiply {
  const scales = at(lines, 0).map((_, column) => Math.max(...lines.map(line => Math.abs(at(line, column)))) / 127)
  const bytes = lines.map(line => line.map((weight, column) => Math.round(weight / at(scales, column))))
  return (state, start) => {
    const steps = state.map(value => Math.round(value * 63))
    const none = start.map(() => 0)
    return product(steps, bytes, none).map((sum, column) => at(start, column) + (sum * at(scales, column)) / 63)
  }
}

/** start + row x matrix */
function product(row: readonly number[], lines: readonly number[][], start: readonly number[]): number[] {
  if (row.length !== lines.length) throw new RangeError(`${row.length} values meet a matrix of ${lines.length} rows.`)
  const sums = [...start]
  for (const [index, factor] of row.entries()) {
    for (const [column, weight] of at(lines, index).entries()) sums[column] = at(sums, column) + factor * weight
  }
  return sums
}

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits)
  const powers = logits.map(logit => Math.exp(logit - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map(power => power / total)
}

const largest = (states: readonly number[][], size: number) =>
  zeros(size).map((none, unit) => (states.length === 0 ? none : Math.max(...states.map(state => at(state, unit)))))

const mean = (states: readonly number[][], size: number) =>
  zeros(size).map((none, unit) => states.reduce((sum, state) => sum + at(state, unit) / states.length, none))

const matrix = (values: Float32Array, columns: number): number[][] =>
  Array.from({ length: values.length / columns }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)])

const zeros = (length: number): number[] => new Array<number>(length).fill(0)

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index]
  if (value === undefined) throw new RangeError(`Index ${index} is outside of ${values.length} values.`)
  return value
}
