import { labelPath } from '../label/label-path.ts'
import { describeSentiment } from '../numbers/describe-sentiment.ts'
import type { SentimentEstimate } from '../numbers/estimate.ts'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatSigned } from '../numbers/format-number.ts'
import { ViewLink } from '../shell/view-link.tsx'
import { IntervalMark } from './interval-mark.tsx'
import './sentiment-figure.css'

/** An interval from -0.25 to +0.25 leaves open what most people want to know. */
const WIDE = 0.5

/** Net sentiment of an entity. From a wide interval, a link leads to labelling, which makes it narrower. */
export function SentimentFigure({ name, estimate }: { readonly name: string; readonly estimate: SentimentEstimate }) {
  const { low, high } = estimate
  const isWide = low !== null && high !== null && high - low > WIDE
  return (
    <>
      <IntervalMark estimate={estimate} />
      <EstimateText estimate={estimate} format={formatSigned} title={describeSentiment(estimate, formatSigned)} />
      {isWide && (
        <ViewLink to={labelPath(name)} className="small sentiment-narrow">
          Label tweets <span className="visually-hidden">about {name} </span>to narrow it
        </ViewLink>
      )}
    </>
  )
}
