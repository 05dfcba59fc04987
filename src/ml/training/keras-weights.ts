import type { Parameters } from './parameters.ts'

/** Indices of Keras's gates i, f, c, o among the kernel's i, c, f, o. */
const GATE_SOURCE = [0, 2, 1, 3] as const

/** Concatenates the tensors of a weights file in the order and layout of `network/tensors.ts`. */
export function kerasWeights(weights: Parameters, hiddenSize: number): Float32Array {
  const { flat, embedding, kernel, bias, denseKernel, denseBias } = weights
  const ordered = [embedding, reorderGates(kernel, hiddenSize), reorderGates(bias, hiddenSize), denseKernel, denseBias]
  const result = new Float32Array(flat.length)
  let offset = 0
  for (const part of ordered) {
    result.set(part, offset)
    offset += part.length
  }
  return result
}

/** Reorders the gates of a row-major matrix with 4 x hiddenSize columns. */
function reorderGates(matrix: Float32Array, hiddenSize: number): Float32Array {
  const result = new Float32Array(matrix.length)
  for (let row = 0; row < matrix.length; row += 4 * hiddenSize) {
    for (const [target, source] of GATE_SOURCE.entries()) {
      const from = row + source * hiddenSize
      result.set(matrix.subarray(from, from + hiddenSize), row + target * hiddenSize)
    }
  }
  return result
}
