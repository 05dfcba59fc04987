import type { ReactNode } from 'react'
import { ChangeText } from '../charts/change-text.tsx'
import { NO_COUNTS } from '../charts/label-counts.ts'
import { SentimentFigure } from '../charts/sentiment-figure.tsx'
import { ShareBar } from '../charts/share-bar.tsx'
import { Sparkline } from '../charts/sparkline.tsx'
import { entityPath } from '../entity-names/entity-path.ts'
import { describeEstimate } from '../numbers/describe-estimate.ts'
import { formatCount, formatTenths } from '../numbers/format-number.ts'
import { ViewLink } from '../shell/view-link.tsx'
import type { Span } from '../time/range.ts'
import type { Column, Order } from './entity-order.ts'
import type { Row } from './row.ts'

import '../charts/entity-table.css'

interface Props {
  readonly rows: readonly Row[]
  readonly order: Order
  readonly onOrder: (order: Order) => void
  /** Whether anything is known about a period before. */
  readonly hasBefore: boolean
  /** The time axis of all sparklines. */
  readonly span: Span
}

export function EntityTable({ rows, order, onOrder, hasBefore, span }: Props) {
  const sortable = { order, onOrder }
  return (
    <table className="entity-table">
      <thead>
        <tr className="entity-headings">
          <Heading column="name" {...sortable}>
            Entity
          </Heading>
          <Heading column="tweets" {...sortable}>
            Tweets
          </Heading>
          <th scope="col">Share</th>
          <th scope="col">Over time</th>
          <th scope="col">Labels</th>
          <Heading column="sentiment" {...sortable}>
            Net sentiment
          </Heading>
          {hasBefore && (
            <Heading column="change" {...sortable}>
              Change
            </Heading>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, counts, netSentiment, shareOfVoice, change, tweetsBefore, buckets }) => (
          <tr key={id} className={counts?.total === 0 ? 'entity-row-quiet' : undefined}>
            <th scope="row" className="cell-name">
              <ViewLink to={entityPath(name)}>{name}</ViewLink>
            </th>
            <td className="cell-tweets figure">
              {counts === null ? <span className="no-data">no data</span> : formatCount(counts.total)}
              {hasBefore && tweetsBefore !== null && (
                <span className="muted small tweets-before"> {formatCount(tweetsBefore)} before</span>
              )}
            </td>
            <td className="cell-share figure" title={`Share of voice ${describeEstimate(shareOfVoice, formatTenths)}`}>
              {shareOfVoice.value === null ? (
                <span className="no-data">no data</span>
              ) : (
                formatTenths(shareOfVoice.value)
              )}
            </td>
            <td className="cell-volume">
              <Sparkline buckets={buckets} span={span} />
            </td>
            <td className="cell-labels">
              <ShareBar counts={counts ?? NO_COUNTS} />
            </td>
            <td className="cell-sentiment">
              <SentimentFigure name={name} estimate={netSentiment} />
            </td>
            {hasBefore && (
              <td className="cell-change figure">
                <ChangeText change={change} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Heading({
  column,
  order,
  onOrder,
  children,
}: {
  readonly column: Column
  readonly order: Order
  readonly onOrder: (order: Order) => void
  readonly children: ReactNode
}) {
  const isSorted = order.column === column
  const direction = isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'
  return (
    <th scope="col" aria-sort={direction}>
      <button
        type="button"
        className="sort-button"
        onClick={() =>
          // Names start with A, figures with the largest.
          onOrder({ column, isDescending: isSorted ? !order.isDescending : column !== 'name' })
        }
      >
        {children}
        <span aria-hidden="true" className="sort-arrow">
          {isSorted ? (order.isDescending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  )
}
