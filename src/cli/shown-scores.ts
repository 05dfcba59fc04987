import type { Scores } from '../ml/network/classifier.ts'

const BAR_WIDTH = 30

/** An answer as a person reads it. */
export function shownScores(answer: Scores & { readonly entity: string | null; readonly model: string }): string {
  const { label, confidence, entity, probabilities, model } = answer
  const about = entity === null ? 'as a whole' : `about ${entity}`
  const bars = Object.entries(probabilities).map(([name, share]) => {
    const bar = '█'.repeat(Math.round(share * BAR_WIDTH))
    return `  ${name.padEnd(10)} ${percent(share).padStart(6)} ${bar}`.trimEnd()
  })
  const doubts = [
    ...(answer.isUncertain ? ['uncertain: the model is not sure enough, or knows too few of the words'] : []),
    ...(answer.isTruncated ? ['the text is longer than the model reads; a part of it was left out'] : []),
    ...(answer.unknownTokenShare > 0.5
      ? [`the model does not know ${percent(answer.unknownTokenShare)} of the words`]
      : []),
  ]
  return [
    `${label} ${about}, ${percent(confidence)} sure`,
    ...bars,
    ...doubts.map(doubt => `  ! ${doubt}`),
    `  ${model}`,
  ].join('\n')
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`
