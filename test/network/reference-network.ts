import { type Model, tensorOf } from '../../src/network/load-model.ts'

/**
 * What Keras computes, written down as plainly as possible in double precision: pad in front with zeros up to `maxTokens` (unless
 * the network was trained without padding), run the LSTM (gates i, f, c, o) over every position, padding included, then softmax of the
 * dense layer.
 */
export function referenceProbabilities(model: Model, row: Int32Array): number[] {
  const { embeddingSize, hiddenSize, padding } = model.manifest.network
  const outputs = model.manifest.labels.length
  const embeddings = tensorOf(model, 'embedding/embeddings')
  const kernel = tensorOf(model, 'lstm/kernel')
  const recurrentKernel = tensorOf(model, 'lstm/recurrent_kernel')
  const bias = tensorOf(model, 'lstm/bias')
  const dense = tensorOf(model, 'dense/kernel')
  const denseBias = tensorOf(model, 'dense/bias')
  const columns = 4 * hiddenSize

  let hidden = zeros(hiddenSize)
  let cell = zeros(hiddenSize)
  const pads = padding === 'none' ? 0 : model.manifest.preprocessing.maxTokens - row.length
  const padded = [...zeros(pads), ...row]
  for (const token of padded) {
    const gates = Array.from(bias, (start, column) => {
      let sum = start
      for (let k = 0; k < embeddingSize; k++)
        sum += at(embeddings, token * embeddingSize + k) * at(kernel, k * columns + column)
      for (let k = 0; k < hiddenSize; k++) sum += at(hidden, k) * at(recurrentKernel, k * columns + column)
      return sum
    })
    const gate = (index: number, unit: number) => at(gates, index * hiddenSize + unit)
    cell = cell.map((c, unit) => logistic(gate(1, unit)) * c + logistic(gate(0, unit)) * Math.tanh(gate(2, unit)))
    hidden = cell.map((c, unit) => logistic(gate(3, unit)) * Math.tanh(c))
  }
  const logits = Array.from(denseBias, (start, output) =>
    hidden.reduce((sum, h, unit) => sum + h * at(dense, unit * outputs + output), start),
  )
  const largest = Math.max(...logits)
  const powers = logits.map(logit => Math.exp(logit - largest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map(power => power / total)
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0)

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

function at(values: ArrayLike<number>, index: number): number {
  const value = values[index]
  if (value === undefined) throw new RangeError(`Index ${index} is outside of ${values.length} values.`)
  return value
}
