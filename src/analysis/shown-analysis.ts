import type { Scores } from '../ml/network/classifier.ts'
import type { AnalyzedText } from './analyze-texts.ts'

/** An analysis as REST and the command line show it. */
export const shownAnalysis = ({ message, entities }: AnalyzedText) => ({
  message: shownScores(message),
  entities: entities.map(({ name, entityId, sentiment, scores, occurrences }) => ({
    name,
    isTracked: entityId !== null,
    sentiment,
    ...shownScores(scores),
    occurrences: occurrences.map(({ text, start, end, scores: own }) => ({ text, start, end, ...shownScores(own) })),
  })),
})

const shownScores = ({ label, confidence, probabilities, isUncertain, unreadReason }: Scores) => ({
  label,
  confidence,
  probabilities,
  isUncertain,
  unreadReason,
})
