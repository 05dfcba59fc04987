import type { ResultOf } from 'gql.tada'
import { IntervalMark } from '../charts/interval-mark.tsx'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatSigned } from '../numbers/format-number.ts'
import { describeBasis } from './describe-basis.ts'
import type { ENTITY_ESTIMATE } from './entity-query.ts'

export type SentimentEstimate = NonNullable<
  NonNullable<ResultOf<typeof ENTITY_ESTIMATE>['entity']>['sentimentEstimate']
>

/** Net sentiment with the error of the model inside its interval, and the evidence behind it. */
export function EstimateFigure({ estimate }: { readonly estimate: SentimentEstimate | null }) {
  if (estimate === null) return <p className="muted">Estimating…</p>
  const figure = { ...estimate, sampleSize: estimate.tweetCount }
  return (
    <>
      <IntervalMark estimate={figure} />
      <EstimateText estimate={figure} format={formatSigned} />
      <p className="muted small">{describeBasis(estimate)}</p>
    </>
  )
}
