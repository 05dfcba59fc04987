import { describeEstimate } from './describe-estimate.ts'
import type { SentimentEstimate } from './estimate.ts'
import { formatCount } from './format-number.ts'

/** With the evidence and with the figure that the labels of the model alone give, for titles and details. */
export function describeSentiment(estimate: SentimentEstimate, format: (value: number) => string): string {
  const figure = describeEstimate(estimate, format)
  if (estimate.value === null) return figure
  return `${figure}; ${describeEvidence(estimate)}; the model's labels alone: ${describeEstimate(estimate.sampling, format)}`
}

function describeEvidence({ basis, labelledCount, drawnCount }: SentimentEstimate): string {
  if (basis === 'LABELS') return 'from human labels of all tweets'
  if (basis === 'MODEL') return 'from the model, with its errors in the interval'
  return `from ${formatCount(Math.max(labelledCount, drawnCount))} human labels and the model, with its errors in the interval`
}
