import { IntervalMark } from '../charts/interval-mark.tsx'
import { describeCounts } from '../charts/label-counts.ts'
import { ShareBar } from '../charts/share-bar.tsx'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatShare, formatSigned } from '../numbers/format-number.ts'
import type { EntityData } from './entity-query.ts'

/** The entity in four figures. */
export function SummaryFigures({ sentiment }: { readonly sentiment: EntityData['sentiment'] }) {
  const { counts, netSentiment, netSentimentAll } = sentiment
  return (
    <section className="summary" aria-label="In figures">
      <div className="panel summary-figure">
        <h2>Tweets</h2>
        <p className="summary-value figure">{formatCount(counts.total)}</p>
        <p className="muted small">
          {counts.total === 0
            ? 'None in this time'
            : `${formatCount(counts.uncertain)} of them uncertain (${formatShare(counts.uncertain / counts.total)})`}
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
        <p className="muted small">Positive less negative, of the tweets with an opinion</p>
      </div>
      <div className="panel summary-figure">
        <h2>With neutral tweets</h2>
        <IntervalMark estimate={netSentimentAll} />
        <EstimateText estimate={netSentimentAll} format={formatSigned} />
        <p className="muted small">The same, of all tweets about it</p>
      </div>
    </section>
  )
}
