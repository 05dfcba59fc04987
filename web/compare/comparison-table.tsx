import { SentimentFigure } from '../charts/sentiment-figure.tsx'
import { ShareBar } from '../charts/share-bar.tsx'
import { describeEstimate } from '../numbers/describe-estimate.ts'
import { describeSentiment } from '../numbers/describe-sentiment.ts'
import { EstimateText } from '../numbers/estimate-text.tsx'
import { formatCount, formatShare, formatTenths } from '../numbers/format-number.ts'
import type { WrongLabels } from '../numbers/wrong-labels.ts'
import { ViewLink } from '../shell/view-link.tsx'
import type { Comparison } from './compare-query.ts'
import { SeriesMark } from './series-mark.tsx'
import '../charts/entity-table.css'
import { entityPath } from '../entity-names/entity-path.ts'

interface Props {
  readonly items: Comparison['items']
  /** The measured share of wrong labels of each entity, by its id; empty until it is measured. */
  readonly errors: ReadonlyMap<string, WrongLabels>
}

/** The figures of every entity, on one axis. */
export function ComparisonTable({ items, errors }: Props) {
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
            <th scope="col">Wrong labels</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ entity, summary, shareOfVoice, relevantShareOfVoice }, index) => (
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
                <EstimateText
                  estimate={shareOfVoice}
                  format={formatTenths}
                  title={`Of all tweets ${describeEstimate(shareOfVoice, formatTenths)}. Of relevant tweets ${describeSentiment(relevantShareOfVoice, formatTenths)}`}
                />
              </td>
              <td className="cell-labels">
                <ShareBar counts={summary.counts} />
              </td>
              <td className="cell-sentiment">
                <SentimentFigure name={entity.name} estimate={summary.netSentiment} />
              </td>
              <td className="cell-errors">
                <span className="narrow-only muted small" aria-hidden="true">
                  Wrong labels
                </span>
                <Errors wrong={errors.get(entity.id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Errors({ wrong }: { readonly wrong: WrongLabels | undefined }) {
  if (wrong === undefined) return <span className="no-data">no data</span>
  return (
    <>
      <EstimateText estimate={wrong.share} format={formatShare} />
      <span className="muted small errors-source">of {wrong.of}</span>
    </>
  )
}
