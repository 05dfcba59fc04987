import { IntervalMark } from '../charts/interval-mark.tsx'
import { describeCounts } from '../charts/label-counts.ts'
import { ShareBar } from '../charts/share-bar.tsx'
import { describeEstimate } from '../numbers/describe-estimate.ts'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatDecimal, formatShare, formatSigned } from '../numbers/format-number.ts'
import { describeReliability } from './describe-reliability.ts'
import type { EntityData } from './entity-query.ts'

/** The entity in five figures. */
export function SummaryFigures({ entity }: { readonly entity: EntityData }) {
  const { sentiment, reliability, shareOfVoice } = entity
  const { counts, netSentiment, netSentimentAll, adjustedNetSentiment } = sentiment
  return (
    <section className="summary" aria-label="In figures">
      <div className="panel summary-figure">
        <h2>Tweets</h2>
        <p className="summary-value figure">{formatCount(counts.total)}</p>
        <p className="muted small" title={`Share of voice ${describeEstimate(shareOfVoice, formatShare)}`}>
          {shareOfVoice.value !== null && `${formatShare(shareOfVoice.value)} of what is said here. `}
          {counts.total > 0 &&
            `${formatCount(counts.uncertain)} of them uncertain (${formatShare(counts.uncertain / counts.total)})`}
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
          Positive less negative, of the tweets with an opinion
          {netSentimentAll.value !== null && `; ${formatSigned(netSentimentAll.value)} with neutral ones`}
        </p>
      </div>
      <div className="panel summary-figure">
        <h2>Corrected</h2>
        <IntervalMark estimate={adjustedNetSentiment} />
        <EstimateText estimate={adjustedNetSentiment} format={formatSigned} />
        <p className="muted small">Net sentiment less what the model is known to confuse</p>
      </div>
      <div className="panel summary-figure">
        <h2>How often the labels are right</h2>
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
