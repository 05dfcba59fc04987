import { IntervalMark } from '../charts/interval-mark.tsx'
import { ShareBar } from '../charts/share-bar.tsx'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatSigned, formatTenths } from '../numbers/format-number.ts'
import { ViewLink } from '../shell/view-link.tsx'
import type { Comparison } from './compare-query.ts'
import { SeriesMark } from './series-mark.tsx'
import '../charts/entity-table.css'
import { entityPath } from '../entity-names/entity-path.ts'

/** The figures of every entity, on one axis. */
export function ComparisonTable({ items }: { readonly items: Comparison['items'] }) {
  return (
    <section className="panel compare-rows" aria-label="Side by side">
      <table className="entity-table">
        <thead>
          <tr className="entity-headings unsorted">
            <th scope="col">Entity</th>
            <th scope="col">Tweets</th>
            <th scope="col">Share of voice</th>
            <th scope="col">Labels</th>
            <th scope="col">Net sentiment</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ entity, summary, shareOfVoice }, index) => (
            <tr key={entity.id}>
              <th scope="row" className="cell-name">
                <span className="compare-name">
                  <SeriesMark index={index} />
                  <ViewLink to={entityPath(entity.name)}>{entity.name}</ViewLink>
                </span>
              </th>
              <td className="cell-tweets figure">{formatCount(summary.counts.total)}</td>
              <td className="cell-voice">
                <span className="narrow-only muted small" aria-hidden="true">
                  Share of voice
                </span>
                <EstimateText estimate={shareOfVoice} format={formatTenths} />
              </td>
              <td className="cell-labels">
                <ShareBar counts={summary.counts} />
              </td>
              <td className="cell-sentiment">
                <IntervalMark estimate={summary.netSentiment} />
                <EstimateText estimate={summary.netSentiment} format={formatSigned} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
