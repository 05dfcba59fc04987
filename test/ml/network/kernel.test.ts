import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokensAlone } from '../../../src/ml/network/engine.ts'
import { createKernel } from '../../../src/ml/network/kernel.ts'
import { tensorOf } from '../../../src/ml/network/model.ts'
import { randomModel } from './random-model.ts'
import { referenceProbabilities } from './reference-network.ts'

const model = randomModel(1)
const kernel = await createKernel(model)
const { maxTokens } = model.manifest.preprocessing
const { vocabularySize } = model.manifest.network
const OUTPUTS = model.manifest.labels.length

const nothing = tokensAlone(new Int32Array(0))
const aRow = fc
  .array(fc.integer({ min: 1, max: vocabularySize - 1 }), { maxLength: maxTokens })
  .map(ids => tokensAlone(Int32Array.from(ids)))
const rowsOf = (flat: Float32Array) =>
  Array.from({ length: flat.length / OUTPUTS }, (_, row) => [...flat.subarray(row * OUTPUTS, (row + 1) * OUTPUTS)])
const largestDifference = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? Number.NaN))))

describe('the kernel', () => {
  test('matches the padded network in double precision, within 1e-6', () => {
    fc.assert(
      fc.property(aRow, row => {
        expect(largestDifference([...kernel([row])], referenceProbabilities(model, row))).toBeLessThan(1e-6)
      }),
    )
  })

  test('matches itself without relaxed SIMD, within 1e-6', async () => {
    const plain = await createKernel(model, { code: await readFile('src/ml/network/kernel.wasm') })
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 9 }), rows => {
        const [one, other] = [[...plain(rows)], [...kernel(rows)]]
        expect(largestDifference([0, ...one], [0, ...other])).toBeLessThan(1e-6)
      }),
    )
  })

  test.each([
    { words: 5, embeddingSize: 1, hiddenSize: 1, maxTokens: 1 },
    { words: 3, embeddingSize: 4, hiddenSize: 4, maxTokens: 2 },
    { words: 9, embeddingSize: 7, hiddenSize: 17, maxTokens: 30 },
    { words: 9, embeddingSize: 16, hiddenSize: 32, maxTokens: 5, labels: ['POSITIVE', 'NEGATIVE'] as const },
  ])('supports any sizes: $embeddingSize > $hiddenSize, $maxTokens tokens', async ({ labels, ...sizes }) => {
    const other = randomModel(2, { ...sizes, ...(labels && { labels: [...labels] }) })
    const outputs = other.manifest.labels.length
    const rows = Array.from({ length: 2 * sizes.maxTokens + 1 }, (_, index) =>
      tokensAlone(
        Int32Array.from(
          { length: index % (sizes.maxTokens + 1) },
          (_, position) => 1 + ((index * position) % sizes.words),
        ),
      ),
    )
    const probabilities = (await createKernel(other))(rows)
    for (const [index, row] of rows.entries()) {
      const answered = [...probabilities.subarray(index * outputs, (index + 1) * outputs)]
      expect(largestDifference(answered, referenceProbabilities(other, row))).toBeLessThan(1e-6)
    }
  })

  test('saturated gates give neither NaN nor infinity', async () => {
    const loud = randomModel(3)
    for (const { name } of loud.manifest.weights.tensors) {
      const values = tensorOf(loud, name)
      values.set(values.map(weight => weight * 1e4))
    }
    const row = tokensAlone(Int32Array.of(1, 2, 3))
    const answered = [...(await createKernel(loud))([row])]
    expect(answered.every(probability => probability >= 0 && probability <= 1)).toBe(true)
    expect(answered.reduce((sum, probability) => sum + probability)).toBeCloseTo(1, 6)
  })

  test('gives a row the same bits in any batch', () => {
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 1, maxLength: 150 }), rows => {
        expect(rowsOf(kernel(rows))).toEqual(rows.map(row => [...kernel([row])]))
      }),
      { numRuns: 50 },
    )
  })

  test('probabilities of every row sum to 1', () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 40 }), rows => {
        for (const row of rowsOf(kernel(rows))) expect(row.reduce((sum, value) => sum + value)).toBeCloseTo(1, 6)
      }),
    )
  })

  test('a row without tokens is a row of padding', () => {
    expect(largestDifference([...kernel([nothing])], referenceProbabilities(model, nothing))).toBeLessThan(1e-6)
  })

  test('a network trained without padding starts every row from the zero state', async () => {
    const unpadded = randomModel(1, { padding: 'none' })
    const answer = await createKernel(unpadded)
    const short = tokensAlone(Int32Array.of(1, 2))
    expect(answer([short])).not.toEqual(kernel([short]))
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 5 }), rows => {
        for (const [index, answered] of rowsOf(answer(rows)).entries()) {
          const expected = referenceProbabilities(unpadded, rows[index] ?? nothing)
          expect(largestDifference(answered, expected)).toBeLessThan(1e-6)
        }
      }),
    )
  })

  test('no rows give no probabilities', () => {
    expect(kernel([])).toEqual(new Float32Array(0))
  })
})
