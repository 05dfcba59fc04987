import { type Model, tensorOf } from '../../../src/ml/network/model.ts'

/**
 * The kernel's algorithm in plain JavaScript (word table, pad states, no padding computed). The comparison then shows
 * the effect of WebAssembly with SIMD, not of the algorithm. Typed arrays, one row at a time.
 */
export function createPlainNetwork(model: Model): (rows: readonly Int32Array[]) => Float32Array {
  const { vocabularySize, embeddingSize, hiddenSize } = model.manifest.network
  const { maxTokens } = model.manifest.preprocessing
  const outputs = model.manifest.labels.length
  const gates = 4 * hiddenSize
  const recurrentKernel = tensorOf(model, 'lstm/recurrent_kernel')
  const dense = tensorOf(model, 'dense/kernel')
  const wordTable = new Float32Array(vocabularySize * gates)
  for (let word = 0; word < vocabularySize; word++) {
    const line = wordTable.subarray(word * gates, (word + 1) * gates)
    const embedding = tensorOf(model, 'embedding/embeddings').subarray(word * embeddingSize, (word + 1) * embeddingSize)
    line.set(tensorOf(model, 'lstm/bias'))
    addProduct(line, embedding, tensorOf(model, 'lstm/kernel'))
  }

  const sums = new Float32Array(gates)
  const hidden = new Float32Array(hiddenSize)
  const cell = new Float32Array(hiddenSize)
  const step = (word: number) => {
    sums.set(wordTable.subarray(word * gates, (word + 1) * gates))
    addProduct(sums, hidden, recurrentKernel)
    for (let unit = 0; unit < hiddenSize; unit++) {
      const candidate = Math.tanh(sums[2 * hiddenSize + unit] ?? 0)
      const kept = logistic(sums[hiddenSize + unit] ?? 0) * (cell[unit] ?? 0) + logistic(sums[unit] ?? 0) * candidate
      cell[unit] = kept
      hidden[unit] = logistic(sums[3 * hiddenSize + unit] ?? 0) * Math.tanh(kept)
    }
  }

  const padStates = Array.from({ length: maxTokens + 1 }, (_, pads) => {
    if (pads > 0) step(0)
    return { hidden: hidden.slice(), cell: cell.slice() }
  })

  return rows => {
    const answers = new Float32Array(rows.length * outputs)
    for (const [index, row] of rows.entries()) {
      const start = padStates[maxTokens - row.length]
      if (start === undefined) throw new RangeError(`Row ${index} is longer than ${maxTokens} tokens.`)
      hidden.set(start.hidden)
      cell.set(start.cell)
      for (const word of row) step(word)
      const logits = answers.subarray(index * outputs, (index + 1) * outputs)
      logits.set(tensorOf(model, 'dense/bias'))
      addProduct(logits, hidden, dense)
      softmax(logits)
    }
    return answers
  }
}

/**
 * sums += row x matrix. The assertions have no cost at run time, unlike a check in this loop. Four columns at a time
 * keep their sums in registers, which is twice as fast as adding in memory.
 */
function addProduct(sums: Float32Array, row: Float32Array, matrix: Float32Array): void {
  const columns = sums.length
  let column = 0
  for (; column + 4 <= columns; column += 4) {
    let a = sums[column] as number
    let b = sums[column + 1] as number
    let c = sums[column + 2] as number
    let d = sums[column + 3] as number
    for (let k = 0, at = column; k < row.length; k++, at += columns) {
      const factor = row[k] as number
      a += factor * (matrix[at] as number)
      b += factor * (matrix[at + 1] as number)
      c += factor * (matrix[at + 2] as number)
      d += factor * (matrix[at + 3] as number)
    }
    sums[column] = a
    sums[column + 1] = b
    sums[column + 2] = c
    sums[column + 3] = d
  }
  for (; column < columns; column++) {
    let sum = sums[column] as number
    for (let k = 0; k < row.length; k++) sum += (row[k] as number) * (matrix[k * columns + column] as number)
    sums[column] = sum
  }
}

function softmax(values: Float32Array): void {
  const largest = Math.max(...values)
  const total = values.reduce((sum, value) => sum + Math.exp(value - largest), 0)
  for (const [index, value] of values.entries()) values[index] = Math.exp(value - largest) / total
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x))
