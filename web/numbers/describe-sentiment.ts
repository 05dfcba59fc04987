import { describeEstimate } from './describe-estimate.ts'
import { describeEvidence } from './describe-evidence.ts'
import type { SentimentEstimate } from './estimate.ts'

/** With the evidence and with the figure that the labels of the model alone give, for titles and details. */
export function describeSentiment(estimate: SentimentEstimate, format: (value: number) => string): string {
  const figure = describeEstimate(estimate, format)
  if (estimate.value === null) return figure
  return `${figure}; ${describeEvidence(estimate)}; the model's labels alone: ${describeEstimate(estimate.sampling, format)}`
}
