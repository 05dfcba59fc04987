import type { Mention, Scores } from './classifier.ts'
import { createEncoder } from './encode.ts'
import type { Engine } from './engine.ts'
import type { Label, LabelProbabilities } from './labels.ts'
import type { Model } from './load-model.ts'

/** Same length and order as the mentions. */
export type TextScorer = (mentions: readonly Mention[]) => Promise<Scores[]>

/** Mentions to scores on the calling thread: encode, ask the engine, say it in our labels. */
export function createTextScorer(model: Model, engine: Engine): TextScorer {
  const { labels, uncertainBelow, preprocessing } = model.manifest
  const { unreadableFrom = 1 } = preprocessing.kind === 'tweet-words' ? preprocessing : {}
  const encode = createEncoder(model)
  return async mentions => {
    const encoded = mentions.map(encode)
    const probabilities = await engine.predict(encoded)
    return encoded.map(({ isTruncated, unknownTokenShare }, row) => {
      const answer = likeliest(labels, probabilities.subarray(row * labels.length, (row + 1) * labels.length))
      // Of words that it does not know, or of none, the network can say nothing, however sure it is.
      const isUncertain =
        unknownTokenShare >= unreadableFrom || (uncertainBelow !== null && answer.confidence < uncertainBelow)
      return { ...answer, isUncertain, isTruncated, unknownTokenShare }
    })
  }
}

/** Float32 probabilities sum to 1 only within 1e-7; divided by their sum in double precision they do within 1e-16. */
function likeliest(
  labels: readonly Label[],
  row: Float32Array,
): { label: Label; confidence: number; probabilities: LabelProbabilities } {
  const total = row.reduce((sum, probability) => sum + probability, 0)
  const probabilityOf = (label: Label) => (row[labels.indexOf(label)] ?? 0) / total
  const label = labels.reduce((best, next) => (probabilityOf(next) > probabilityOf(best) ? next : best))
  return {
    label,
    confidence: probabilityOf(label),
    probabilities: {
      positive: probabilityOf('POSITIVE'),
      neutral: probabilityOf('NEUTRAL'),
      negative: probabilityOf('NEGATIVE'),
      irrelevant: probabilityOf('IRRELEVANT'),
    },
  }
}
