import { ChangeText } from '../charts/change-text.tsx'
import { IntervalMark } from '../charts/interval-mark.tsx'
import { describeCounts, NO_COUNTS } from '../charts/label-counts.ts'
import { ShareBar } from '../charts/share-bar.tsx'
import { describeEstimate } from '../numbers/describe-estimate.ts'
import { known, NO_ESTIMATE } from '../numbers/estimate.ts'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatDecimal, formatShare, formatSigned } from '../numbers/format-number.ts'
import { describeReliability } from './describe-reliability.ts'
import type { EntityData } from './entity-query.ts'
import { EstimateFigure, type SentimentEstimate } from './estimate-figure.tsx'

interface Props {
  readonly entity: EntityData
  /** Null while it is being computed. */
  readonly estimate: SentimentEstimate | null
}

/** The most important figures of an entity. */
export function SummaryFigures({ entity, estimate }: Props) {
  const { sentiment, sentimentChange, reliability } = entity
  const shareOfVoice = entity.shareOfVoice ?? NO_ESTIMATE
  const netSentiment = sentiment?.netSentiment ?? NO_ESTIMATE
  const netSentimentAll = sentiment?.netSentimentAll ?? NO_ESTIMATE
  const before = sentimentChange?.before.counts.total ?? null
  const counts = sentiment?.counts ?? { ...NO_COUNTS, uncertain: 0 }
  return (
    <section className="summary" aria-label="Key figures">
      <div className="panel summary-figure">
        <h2>Tweets</h2>
        <p className="summary-value figure">
          {sentiment === null ? <span className="no-data">no data</span> : formatCount(counts.total)}
        </p>
        <p className="muted small" title={`Share of voice ${describeEstimate(shareOfVoice, formatShare)}`}>
          {shareOfVoice.value !== null && `${formatShare(shareOfVoice.value)} of all tweets. `}
          {counts.total > 0 &&
            `${formatCount(counts.uncertain)} uncertain (${formatShare(counts.uncertain / counts.total)}). `}
          {before !== null &&
            (before === 0 ? 'None in the period before.' : `${formatCount(before)} in the period before.`)}
        </p>
      </div>
      <div className="panel summary-figure">
        <h2>Labels</h2>
        <ShareBar counts={counts} />
        <p className="muted small">{describeCounts(counts)}</p>
      </div>
      <div className="panel summary-figure">
        <h2>Net sentiment</h2>
        <IntervalMark estimate={netSentiment} />
        <EstimateText estimate={netSentiment} format={formatSigned} />
        <p className="muted small" title={describeEstimate(netSentimentAll, formatSigned)}>
          Positive minus negative, as a share of both
          {netSentimentAll.value !== null && `; ${formatSigned(netSentimentAll.value)} including neutral tweets`}
        </p>
        {sentimentChange && before !== 0 && (
          <p className="small summary-change">
            <span className="muted">Change since the period before:</span>{' '}
            <ChangeText change={known(sentimentChange.difference)} />
          </p>
        )}
      </div>
      <div className="panel summary-figure">
        <h2>Estimated net sentiment</h2>
        <EstimateFigure estimate={estimate} />
      </div>
      <div className="panel summary-figure">
        <h2>Accuracy of the labels</h2>
        {reliability === null ? (
          <p className="no-data">no data</p>
        ) : (
          <EstimateText estimate={reliability.accuracy} format={formatDecimal} />
        )}
        <p className="muted small">{describeReliability(reliability)}</p>
      </div>
    </section>
  )
}
