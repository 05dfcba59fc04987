import { ChangeText } from '../charts/change-text.tsx'
import { describeCounts, NO_COUNTS } from '../charts/label-counts.ts'
import { SentimentFigure } from '../charts/sentiment-figure.tsx'
import { ShareBar } from '../charts/share-bar.tsx'
import { describeEstimate } from '../numbers/describe-estimate.ts'
import { known, NO_ESTIMATE, NO_SENTIMENT } from '../numbers/estimate.ts'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatDecimal, formatShare, formatSigned } from '../numbers/format-number.ts'
import { describeBasis } from './describe-basis.ts'
import { describeReliability } from './describe-reliability.ts'
import type { EntityData } from './entity-query.ts'

/** The most important figures of an entity. */
export function SummaryFigures({ entity }: { readonly entity: EntityData }) {
  const { sentiment, sentimentChange, reliability } = entity
  const shareOfVoice = entity.shareOfVoice ?? NO_ESTIMATE
  const netSentiment = sentiment?.netSentiment ?? NO_SENTIMENT
  const netSentimentAll = sentiment?.netSentimentAll ?? NO_ESTIMATE
  const before = sentimentChange?.before.counts.total ?? null
  const counts = sentiment?.counts ?? { ...NO_COUNTS, uncertain: 0, unreadable: 0, unsupportedLanguage: 0 }
  const unread = counts.unreadable + counts.unsupportedLanguage
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
          {unread > 0 && `${formatCount(unread)} could not be read and count as no opinion. `}
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
        <SentimentFigure name={entity.name} estimate={netSentiment} />
        <p className="muted small">{describeBasis(netSentiment)}</p>
        {sentimentChange && before !== 0 && (
          <p className="small summary-change">
            <span className="muted">Change since the period before:</span>{' '}
            <ChangeText change={known(sentimentChange.difference)} />
          </p>
        )}
        {netSentiment.value !== null && (
          <details className="muted small">
            <summary>Details</summary>
            <p>Positive minus negative tweets, as a share of both.</p>
            <p>The model's labels alone: {describeEstimate(netSentiment.sampling, formatSigned)}.</p>
            <p>Including neutral tweets: {describeEstimate(netSentimentAll, formatSigned)}.</p>
          </details>
        )}
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
