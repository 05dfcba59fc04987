import type { AnalyzedText } from '../../../analysis/analyze-texts.ts'
import type { Scores } from '../../../ml/network/classifier.ts'

/** The probabilities of the labels that the services have. They have no counterpart of IRRELEVANT, which is no opinion either. */
export interface Opinion {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
}

export const opinionOf = ({ probabilities, unreadReason }: Scores): Opinion => {
  const { positive, neutral, negative, irrelevant } = probabilities
  return unreadReason === null ? { positive, neutral: neutral + irrelevant, negative } : NO_OPINION
}

/** Of a text that the model cannot read. */
const NO_OPINION: Opinion = { positive: 0, neutral: 1, negative: 0 }

/** The label with the highest probability. */
export const prevailing = ({ positive, neutral, negative }: Opinion): keyof Opinion =>
  neutral >= positive && neutral >= negative ? 'neutral' : positive > negative ? 'positive' : 'negative'

/** Of the whole text. If the model does not read all of it, the mean of its sentences, by their length. */
export function opinionOfText({ message, sentences }: AnalyzedText): Opinion {
  if (!message.isTruncated || sentences.length === 0) return opinionOf(message)
  const total = sentences.reduce((sum, { text }) => sum + text.length, 0)
  const mean = (name: keyof Opinion) =>
    sentences.reduce((sum, { text, scores }) => sum + (opinionOf(scores)[name] * text.length) / total, 0)
  return { positive: mean('positive'), neutral: mean('neutral'), negative: mean('negative') }
}
