import { createKerasTokenizer } from '../language/keras-tokenizer.ts'
import type { Scores } from './classifier.ts'
import type { Engine } from './engine.ts'
import type { Label, LabelProbabilities } from './labels.ts'
import type { Model } from './load-model.ts'

/** Same length and order as the texts. */
export type TextScorer = (texts: readonly string[]) => Promise<Scores[]>

/** Text to scores on the calling thread: tokenise, ask the engine, say it in our labels. */
export function createTextScorer(model: Model, engine: Engine): TextScorer {
  const { labels, preprocessing, uncertainBelow } = model.manifest
  const tokenize = createKerasTokenizer(preprocessing, model.vocabulary)
  return async texts => {
    const tokenized = texts.map(tokenize)
    const probabilities = await engine.predict(tokenized.map(({ tokenIds }) => tokenIds))
    return tokenized.map(({ isTruncated, unknownTokenShare }, row) => {
      const answer = likeliest(labels, probabilities.subarray(row * labels.length, (row + 1) * labels.length))
      // Without a single known word the network has seen nothing but padding: its answer is the same for all such texts.
      const isUncertain = unknownTokenShare === 1 || (uncertainBelow !== null && answer.confidence < uncertainBelow)
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
