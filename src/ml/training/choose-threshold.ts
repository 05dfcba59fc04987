/** One answer on a row whose right answer is known. */
export interface Answer {
  readonly confidence: number
  readonly isRight: boolean
}

/** What 0.55 x 100 has too much in floating point must not become another hundredth. */
const ROUNDING = 1e-9

/** Neighbours in confidence that count as one. */
interface Block {
  readonly lowest: number
  readonly answers: number
  readonly right: number
}

/**
 * The lowest confidence from which upwards answers of each confidence are right in at least `wanted` of the cases, rounded up to
 * hundredths; null where no confidence is enough. (All answers above a threshold taken together would let the many that are sure pay
 * for the few that guess.) How often a confidence is right is estimated by isotonic regression, pool-adjacent-violators: Ayer et al. 1955.
 */
export function chooseThreshold(answers: readonly Answer[], wanted: number): number | null {
  const blocks: Block[] = []
  for (const { confidence, isRight } of answers.toSorted(byConfidence)) {
    let block: Block = { lowest: confidence, answers: 1, right: isRight ? 1 : 0 }
    for (let below = blocks.at(-1); below && share(below) >= share(block); below = blocks.at(-1)) {
      blocks.pop()
      block = { lowest: below.lowest, answers: below.answers + block.answers, right: below.right + block.right }
    }
    blocks.push(block)
  }
  const enough = blocks.find(block => share(block) >= wanted)
  return enough === undefined ? null : Math.ceil(enough.lowest * 100 - ROUNDING) / 100
}

/** Right answers before wrong ones of the same confidence, which makes one block of them. */
const byConfidence = (a: Answer, b: Answer) => a.confidence - b.confidence || Number(b.isRight) - Number(a.isRight)

const share = ({ right, answers }: Block) => right / answers
