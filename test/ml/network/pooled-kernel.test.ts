import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EncodedText, tokensAlone } from '../../../src/ml/network/engine.ts'
import { createKernel, type Kernel } from '../../../src/ml/network/kernel.ts'
import { type Model, tensorOf } from '../../../src/ml/network/model.ts'
import { anEncodedText } from './an-encoded-text.ts'
import { type BilstmSizes, randomBilstm, randomModel } from './random-model.ts'
import { referenceProbabilities } from './reference-network.ts'

const OUTPUTS = 4
const model = randomBilstm(1)
const kernel = await createKernel(model)
const { maxTokens } = model.manifest.preprocessing

const largestDifference = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((value, index) => Math.abs(value - (other[index] ?? Number.NaN))))
const rowsOf = (flat: Float32Array) =>
  Array.from({ length: flat.length / OUTPUTS }, (_, row) => [...flat.subarray(row * OUTPUTS, (row + 1) * OUTPUTS)])
const text = (ids: number[], marks: number[] | null = null, context = 0): EncodedText => ({
  tokenIds: Int32Array.from(ids),
  marks: marks && Uint8Array.from(marks),
  context,
})

/** A kernel and the reference agree on any text that the model can read. */
function expectAgreement(answer: Kernel, of: Model, numRuns = 100): void {
  fc.assert(
    fc.property(fc.array(anEncodedText(of.manifest), { minLength: 1, maxLength: 6 }), rows => {
      for (const [index, answered] of rowsOf(answer(rows)).entries()) {
        const expected = referenceProbabilities(of, rows[index] ?? text([]))
        expect(largestDifference(answered, expected)).toBeLessThan(2e-6)
      }
    }),
    { numRuns },
  )
}

describe('the kernel and a pooled network', () => {
  test('matches its manifest in double precision, within 2e-6', () => {
    expectAgreement(kernel, model)
  })

  test.each<[string, BilstmSizes]>([
    [
      'of ones',
      { words: 1, embeddingSize: 1, marks: 1, hiddenSize: 1, denseSize: 1, contextHeads: [0], heads: 1, maxTokens: 1 },
    ],
    ['of whole blocks', { words: 9, embeddingSize: 16, marks: 3, hiddenSize: 16, denseSize: 16, maxTokens: 12 }],
    ['of the real model', { words: 300, embeddingSize: 106, marks: 3, hiddenSize: 64, denseSize: 48, maxTokens: 24 }],
    ['with every mark there can be', { marks: 8, hiddenSize: 5, contextHeads: [3, 2, 1, 0], heads: 4 }],
  ])('supports sizes %s', async (_, sizes) => {
    const other = randomBilstm(2, sizes)
    expectAgreement(await createKernel(other), other, 25)
  })

  test.each<[string, EncodedText]>([
    ['no token', text([])],
    ['one token', text([7])],
    ['one unknown word', text([0])],
    [
      'as many tokens as it reads',
      text(
        Array.from({ length: maxTokens }, (_, at) => at + 1),
        null,
        1,
      ),
    ],
    ['nothing but the entity, with every mark', text([1, 2, 3], [3, 3, 3], 2)],
    ['another mark than the entity', text([1, 2, 3], [0, 2, 0])],
  ])('reads a text of %s', (_, row) => {
    expect(largestDifference([...kernel([row])], referenceProbabilities(model, row))).toBeLessThan(2e-6)
  })

  test('depends on marks, the order of words and the context', () => {
    const answers = [text([1, 2, 3]), text([1, 2, 3], [1, 0, 0]), text([3, 2, 1]), text([1, 2, 3], null, 2)]
    expect(new Set(answers.map(row => [...kernel([row])].join())).size).toBe(answers.length)
  })

  test('gives a row the same bits in any batch', () => {
    fc.assert(
      fc.property(fc.array(anEncodedText(model.manifest), { minLength: 1, maxLength: 150 }), rows => {
        expect(rowsOf(kernel(rows))).toEqual(rows.map(row => [...kernel([row])]))
      }),
      { numRuns: 30 },
    )
  })

  test.each([0, 1, 3000])('gives the same bits with %i bytes for the table of words', async tableBytes => {
    const frugal = await createKernel(model, { tableBytes })
    fc.assert(
      fc.property(fc.array(anEncodedText(model.manifest), { minLength: 1, maxLength: 20 }), rows => {
        expect(frugal(rows)).toEqual(kernel(rows))
        expect(frugal(rows)).toEqual(kernel(rows))
      }),
      { numRuns: 30 },
    )
  })

  test('gives four probabilities that sum to 1', () => {
    fc.assert(
      fc.property(anEncodedText(model.manifest), row => {
        const answered = [...kernel([row])]
        expect(answered.every(probability => probability >= 0 && probability <= 1)).toBe(true)
        expect(answered.reduce((sum, value) => sum + value)).toBeCloseTo(1, 6)
      }),
    )
  })

  test.each([
    [1e9, 0],
    [-1e9, 1],
    [3e38, 0],
    [-3e38, 1],
  ])('a relevance fixed by a bias of %d leaves IRRELEVANT exactly %d', async (bias, irrelevant) => {
    const fixed = randomBilstm(3, { contextHeads: [0], heads: 1 })
    tensorOf(fixed, 'heads/bias')[3] = bias
    const answered = [...(await createKernel(fixed))([text([1, 2])])]
    expect(answered[3]).toBe(irrelevant)
    expect(answered.reduce((sum, value) => sum + value)).toBeCloseTo(1, 6)
  })

  test('no rows give no probabilities', () => {
    expect(kernel([])).toEqual(new Float32Array(0))
  })

  test('a plain network does not depend on the size of its word table', async () => {
    const plain = randomModel(4)
    const rows = [tokensAlone(Int32Array.of(1, 40, 2, 40)), tokensAlone(Int32Array.of(0, 39))]
    const [whole, frugal] = await Promise.all([createKernel(plain), createKernel(plain, { tableBytes: 0 })])
    expect(frugal(rows)).toEqual(whole(rows))
  })
})
