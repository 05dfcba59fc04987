/** A result for a row with a known label. */
export interface Answer {
  readonly confidence: number
  readonly isRight: boolean
}

/** The floating-point excess of 0.55 x 100 must not round up to another hundredth. */
const ROUNDING = 1e-9

/** Neighbours in confidence that are pooled. */
interface Block {
  readonly lowest: number
  readonly answers: number
  readonly right: number
}

/**
 * Returns the lowest confidence from which on results are correct in at least `wanted` of the cases, rounded up to
 * hundredths; null if no confidence suffices. The accuracy is estimated per confidence, not over all results above a
 * threshold, where many confident results would hide a few guesses. The estimate is isotonic regression by
 * pool-adjacent-violators (Ayer et al. 1955).
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

/** Correct results come before wrong ones of the same confidence, which pools them into one block. */
const byConfidence = (a: Answer, b: Answer) => a.confidence - b.confidence || Number(b.isRight) - Number(a.isRight)

const share = ({ right, answers }: Block) => right / answers
