import { useEffect, useMemo, useState } from 'react'
import { usePages } from '../api/use-pages.ts'
import { Ticker } from '../live/ticker.tsx'
import { useRefresh } from '../live/use-refresh.ts'
import { formatCount } from '../numbers/format-number.ts'
import { SampleNote } from '../sample/sample-note.tsx'
import { Answer } from '../shell/answer.tsx'
import { RangeChooser } from '../shell/range-chooser.tsx'
import { useDebounced } from '../shell/use-debounced.ts'
import { useNow } from '../shell/use-now.ts'
import { useParam } from '../shell/use-param.ts'
import { useTitle } from '../shell/use-title.ts'
import { useView } from '../shell/use-view.ts'
import { formatInstant } from '../time/format-instant.ts'
import { extentOf, intervalFor } from '../time/interval.ts'
import { periodBefore, rangeInput, type Span, spanOf } from '../time/range.ts'
import { EntityTable } from './entity-table.tsx'
import { OVERVIEW } from './overview-query.ts'
import { overviewPageSize } from './page-size.ts'
import { rowOf } from './row.ts'
import { readOrder, sortRows, writeOrder } from './sort-rows.ts'
import { Welcome } from './welcome.tsx'
import './overview.css'

/** Shown first where the address says nothing; a store without tweets of these days is shown whole. */
const FIRST_RANGE = '30d'
/** Between two keys of a search, so that not every letter is a question. */
const SEARCH_DELAY_MS = 200
/** While tweets come in, figures follow them at this pace. */
const REFRESH_DELAY_MS = 10_000

export function OverviewPage() {
  useTitle('Overview')
  const { range: chosen, zone, change } = useView()
  const [search, setSearch] = useParam('search')
  const [orderText, setOrderText] = useParam('sort')
  const [now, moveNow] = useNow()
  // How far the tweets reach is only known from a first answer; then bars can be as fine as they should be.
  const [extent, setExtent] = useState<Span | null>(null)

  const range = chosen ?? FIRST_RANGE
  const span = spanOf(range, zone, now)
  const isOpen = span.from === null
  const trendSpan = isOpen && extent !== null ? extent : span
  const interval = intervalFor(trendSpan)
  const before = periodBefore(span)
  const settledSearch = useDebounced(search.trim(), SEARCH_DELAY_MS)

  const pages = usePages(
    OVERVIEW,
    {
      first: overviewPageSize(trendSpan, interval),
      search: settledSearch === '' ? null : settledSearch,
      range: rangeInput(span, zone),
      before: rangeInput(before ?? span, zone),
      hasBefore: before !== null,
      trendRange: rangeInput(trendSpan, zone),
      interval,
    },
    data => data.entities,
  )
  const { data, nodes } = pages
  const refresh = () => {
    moveNow()
    pages.reload()
  }
  const refreshSoon = useRefresh(refresh, REFRESH_DELAY_MS)
  const rows = useMemo(() => (nodes ?? []).map(rowOf), [nodes])
  const buckets = rows.flatMap(row => row.buckets)
  const total = rows.reduce((sum, { counts }) => sum + counts.total, 0)

  const silent = rows.filter(({ counts }) => counts.total === 0).length
  const isQuiet = !pages.isLoading && rows.length > 0 && total === 0 && settledSearch === ''
  useEffect(() => {
    if (chosen === null && isQuiet) change({ range: 'all' }, true)
  })
  const reach = isOpen && extent === null && !pages.isLoading ? extentOf(buckets) : null
  useEffect(() => {
    if (reach !== null && intervalFor(reach) !== 'MONTH') setExtent(reach)
  })

  if (data?.entities?.totalCount === 0 && settledSearch === '') return <Welcome onLoaded={refresh} />

  const order = readOrder(orderText)
  const asOf = nodes?.[0]?.sentiment.asOf
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Overview</h1>
          <p className="muted small" aria-live="polite">
            {data === null
              ? 'What people feel about each entity'
              : `${total === 1 ? '1 tweet' : `${formatCount(total)} tweets`} about ${countOf(rows.length, data.entities?.totalCount ?? rows.length)}, judged by ${data.summaryModel?.version ?? 'a model'}${asOf === undefined ? '' : `, as of ${formatInstant(asOf, zone)}`}`}
          </p>
          {silent > 0 && range !== 'all' && (
            <p className="small">
              {countOf(silent, silent)} without a tweet in this time.{' '}
              <button type="button" className="link-button" onClick={() => change({ range: 'all' })}>
                Show all time
              </button>
            </p>
          )}
        </div>
        <RangeChooser range={range} />
      </div>
      <SampleNote onRemoved={refresh} />
      <section className="panel" aria-label="Entities">
        <div className="overview-tools">
          <Ticker onSeen={refreshSoon} />
          <label className="overview-search">
            <span className="visually-hidden">Search entities</span>
            <input
              type="search"
              placeholder="Search entities"
              value={search}
              onChange={event => setSearch(event.target.value)}
            />
          </label>
        </div>
        <div className="overview-rows">
          <Answer query={pages} lines={10}>
            {() =>
              rows.length === 0 ? (
                <p className="overview-none">No entity has “{settledSearch}” in its name.</p>
              ) : (
                <EntityTable
                  rows={sortRows(rows, order)}
                  order={order}
                  onOrder={next => setOrderText(writeOrder(next))}
                  hasBefore={before !== null}
                  span={isOpen ? (extentOf(buckets) ?? span) : span}
                />
              )
            }
          </Answer>
          {pages.hasMore && (
            <div className="overview-more">
              <button type="button" className="button" disabled={pages.isLoadingMore} onClick={pages.loadMore}>
                {pages.isLoadingMore ? 'Loading' : 'Load more entities'}
              </button>
            </div>
          )}
        </div>
      </section>
    </>
  )
}

const countOf = (shown: number, all: number) =>
  shown < all
    ? `${formatCount(shown)} of ${formatCount(all)} entities`
    : `${formatCount(all)} ${all === 1 ? 'entity' : 'entities'}`
