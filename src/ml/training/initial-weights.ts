import type { Mt19937 } from './mt19937.ts'
import { type NetworkShape, type Parameters, parameters } from './parameters.ts'
import { addScaled, dot } from './vectors.ts'

/**
 * Keras's defaults: embedding uniform in +-0.05, input and dense kernels Glorot-uniform, recurrent kernel orthogonal,
 * biases 0 and the forget gate's 1. Columns are drawn in storage order. Therefore a draw may go to another gate than in
 * Keras, but with the same distribution.
 */
export function initialWeights(shape: NetworkShape, random: Mt19937): Parameters {
  const { embeddingSize, hiddenSize, outputs } = shape
  const weights = parameters(shape)
  const gates = 4 * hiddenSize
  fillUniform(weights.embedding, 0.05, random)
  fillUniform(weights.kernel.subarray(0, embeddingSize * gates), glorot(embeddingSize, gates), random)
  weights.kernel.set(orthonormalRows(hiddenSize, gates, random), embeddingSize * gates)
  weights.bias.fill(1, 2 * hiddenSize, 3 * hiddenSize)
  fillUniform(weights.denseKernel, glorot(hiddenSize, outputs), random)
  return weights
}

/** Glorot & Bengio 2010, equation 16. */
const glorot = (inputs: number, outputs: number) => Math.sqrt(6 / (inputs + outputs))

function fillUniform(values: Float32Array, limit: number, random: Mt19937): void {
  for (let i = 0; i < values.length; i++) values[i] = (2 * random.nextDouble() - 1) * limit
}

/**
 * Row-major [rows, columns], rows <= columns: normal draws, orthonormalised by Gram-Schmidt. This is the Q of QR with
 * positive diagonal.
 */
function orthonormalRows(rows: number, columns: number, random: Mt19937): Float64Array {
  const result = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const vector = result.subarray(row * columns, (row + 1) * columns)
    for (let i = 0; i < columns; i++) vector[i] = normal(random)
    for (let earlier = 0; earlier < row; earlier++) {
      const other = result.subarray(earlier * columns, (earlier + 1) * columns)
      addScaled(vector, other, -dot(vector, other))
    }
    const length = Math.sqrt(dot(vector, vector))
    for (let i = 0; i < columns; i++) vector[i] = (vector[i] as number) / length
  }
  return result
}

/** Box & Muller 1958. */
const normal = (random: Mt19937) =>
  Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble())
