import type { Example } from './examples.ts'
import { headProbabilities } from './head-loss.ts'
import { forward, headLogits, type PooledNetwork } from './loss-and-gradient.ts'

const ROWS_PER_CALL = 256

/** Probabilities of every head for each example, without dropout: [examples][heads][4]. */
export function scoreExamples(
  network: PooledNetwork,
  examples: readonly Example[],
): [number, number, number, number][][] {
  const { tf, shape } = network
  const answers: [number, number, number, number][][] = new Array(examples.length)
  const order = examples.map((_, index) => index).sort((a, b) => lengthOf(examples, a) - lengthOf(examples, b))
  for (let from = 0; from < order.length; from += ROWS_PER_CALL) {
    const part = order.slice(from, from + ROWS_PER_CALL)
    tf.tidy(() => {
      const rows = part.map(index => {
        const example = examples[index] as Example
        return { ...example, targets: [] }
      })
      const { dense } = forward(network, rows, null)
      for (const [row, index] of part.entries()) {
        answers[index] = Array.from({ length: shape.heads }, (_, head) =>
          headProbabilities(headLogits(network, dense, row, head)),
        )
      }
    })
  }
  return answers
}

const lengthOf = (examples: readonly Example[], index: number) => examples[index]?.tokenIds.length ?? 0
