import type { Example } from './examples.ts'
import { headProbabilities } from './head-loss.ts'
import { forward, headLogits, type PooledNetwork } from './loss-and-gradient.ts'

const ROWS_PER_CALL = 256

/** Probabilities for each example, without dropout: three sentiments that sum to 1, and the relevance. */
export function scoreExamples(
  network: PooledNetwork,
  examples: readonly Pick<Example, 'tokenIds' | 'marks' | 'kind'>[],
): [number, number, number, number][] {
  const { tf } = network
  const answers: [number, number, number, number][] = new Array(examples.length)
  const lengthOf = (index: number) => examples[index]?.tokenIds.length ?? 0
  const order = examples.map((_, index) => index).sort((a, b) => lengthOf(a) - lengthOf(b))
  for (let from = 0; from < order.length; from += ROWS_PER_CALL) {
    const part = order.slice(from, from + ROWS_PER_CALL)
    tf.tidy(() => {
      const rows = part.map(index => examples[index] as Example)
      const { dense } = forward(network, rows, null)
      for (const [row, index] of part.entries()) answers[index] = headProbabilities(headLogits(network, dense, row))
    })
  }
  return answers
}
