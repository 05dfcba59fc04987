import type { Scores } from '../ml/network/classifier.ts'
import { percent, shownLabel } from './shown-label.ts'

const BAR_WIDTH = 30

/** Formats a result for a person. */
export function shownScores(answer: Scores & { readonly entity: string | null; readonly model: string }): string {
  const { probabilities, model } = answer
  const bars = Object.entries(probabilities).map(([name, share]) => {
    const bar = '█'.repeat(Math.round(share * BAR_WIDTH))
    return `  ${name.padEnd(10)} ${percent(share).padStart(6)} ${bar}`.trimEnd()
  })
  const doubts = [
    ...(answer.unreadReason === 'UNSUPPORTED_LANGUAGE'
      ? [`no opinion: the model was not trained for the language ${answer.language}`]
      : []),
    ...(answer.isUncertain ? ['uncertain: low confidence, or too few known words'] : []),
    ...(answer.isTruncated ? ['truncated: the text is longer than the model reads'] : []),
    ...(answer.unknownTokenShare > 0.5
      ? [`${percent(answer.unknownTokenShare)} of the words are unknown to the model`]
      : []),
  ]
  return [shownLabel(answer), ...bars, ...doubts.map(doubt => `  ! ${doubt}`), `  ${model}`].join('\n')
}
