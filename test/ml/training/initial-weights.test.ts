import { describe, expect, test } from 'vitest'
import { initialWeights } from '../../../src/ml/training/initial-weights.ts'
import { Mt19937 } from '../../../src/ml/training/mt19937.ts'

const shape = { vocabularySize: 50, embeddingSize: 8, hiddenSize: 12, outputs: 3, maxTokens: 5 }
const weights = initialWeights(shape, new Mt19937(1))
const GATES = 4 * shape.hiddenSize
const largest = (values: Float32Array) => Math.max(...values.map(Math.abs))

describe('initialWeights', () => {
  test('draws embeddings within 0.05 and kernels within Glorot’s limit, and comes close to both', () => {
    expect(largest(weights.embedding)).toBeLessThanOrEqual(0.05)
    expect(largest(weights.embedding)).toBeGreaterThan(0.045)
    const limit = Math.sqrt(6 / (shape.embeddingSize + GATES))
    const inputRows = weights.kernel.subarray(0, shape.embeddingSize * GATES)
    expect(largest(inputRows)).toBeLessThanOrEqual(limit)
    expect(largest(inputRows)).toBeGreaterThan(0.95 * limit)
  })

  test('makes the recurrent rows orthonormal', () => {
    const row = (index: number) => {
      const start = (shape.embeddingSize + index) * GATES
      return weights.kernel.subarray(start, start + GATES)
    }
    const product = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
    for (let a = 0; a < shape.hiddenSize; a++) {
      for (let b = 0; b < shape.hiddenSize; b++) expect(product(row(a), row(b))).toBeCloseTo(a === b ? 1 : 0, 5)
    }
  })

  test('opens the forget gate, third in the kernel’s order, and no other', () => {
    const { hiddenSize } = shape
    expect([...weights.bias].map((value, index) => [Math.floor(index / hiddenSize), value])).toEqual(
      Array.from({ length: GATES }, (_, index) => {
        const gate = Math.floor(index / hiddenSize)
        return [gate, gate === 2 ? 1 : 0]
      }),
    )
  })

  test('depends on the seed', () => {
    expect(initialWeights(shape, new Mt19937(1)).flat).toEqual(weights.flat)
    expect(initialWeights(shape, new Mt19937(2)).flat).not.toEqual(weights.flat)
  })
})
