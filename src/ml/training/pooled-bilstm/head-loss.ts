import { OUTPUTS } from './shape.ts'

const SENTIMENTS = OUTPUTS - 1

/** Target of one row: probabilities of the sentiments and of relevance, each with a weight. */
export interface Target {
  /** Sum to 1. */
  readonly sentiment: readonly [number, number, number]
  readonly relevance: number
  readonly sentimentWeight: number
  readonly relevanceWeight: number
  /**
   * Added to the sentiment logits in training only: a part of the log share of each label among the rows of the same
   * source. The network then does not learn how frequent a label is in a source (Menon et al. 2021, "Long-tail learning
   * via logit adjustment").
   */
  readonly offsets: readonly [number, number, number]
}

/** Softmax of the first three logits, logistic function of the last. */
export function headProbabilities(logits: ArrayLike<number>): [number, number, number, number] {
  const [a, b, c, d] = [logits[0] as number, logits[1] as number, logits[2] as number, logits[3] as number]
  const largest = Math.max(a, b, c)
  const powers = [Math.exp(a - largest), Math.exp(b - largest), Math.exp(c - largest)] as const
  const total = powers[0] + powers[1] + powers[2]
  return [powers[0] / total, powers[1] / total, powers[2] / total, 1 / (1 + Math.exp(-d))]
}

/** Weighted cross-entropy of sentiment plus that of relevance; writes the gradient of the logits. */
export function headLoss(logits: ArrayLike<number>, target: Target, slopes: Float32Array): number {
  const shifted = Array.from(
    { length: OUTPUTS },
    (_, output) => (logits[output] as number) + (target.offsets[output] ?? 0),
  )
  const probabilities = headProbabilities(shifted)
  let loss = 0
  for (let output = 0; output < SENTIMENTS; output++) {
    const wanted = target.sentiment[output] as number
    const p = probabilities[output] as number
    if (wanted > 0) loss -= target.sentimentWeight * wanted * Math.log(Math.max(p, 1e-7))
    slopes[output] = target.sentimentWeight * (p - wanted)
  }
  const r = probabilities[SENTIMENTS] as number
  const { relevance, relevanceWeight } = target
  loss -=
    relevanceWeight * (relevance * Math.log(Math.max(r, 1e-7)) + (1 - relevance) * Math.log(Math.max(1 - r, 1e-7)))
  slopes[SENTIMENTS] = relevanceWeight * (r - relevance)
  return loss
}
