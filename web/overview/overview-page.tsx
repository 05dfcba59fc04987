import { useEffect, useMemo } from 'react'
import { usePages } from '../api/use-pages.ts'
import { useQuery } from '../api/use-query.ts'
import { Ticker } from '../live/ticker.tsx'
import { useRefresh } from '../live/use-refresh.ts'
import { ModelName } from '../models/model-name.tsx'
import { formatCount } from '../numbers/format-number.ts'
import { SampleNote } from '../sample/sample-note.tsx'
import { Answer } from '../shell/answer.tsx'
import { RangeChooser } from '../shell/range-chooser.tsx'
import { UndatedNote } from '../shell/undated-note.tsx'
import { useDebounced } from '../shell/use-debounced.ts'
import { useFittingRange } from '../shell/use-fitting-range.ts'
import { useParam } from '../shell/use-param.ts'
import { useTitle } from '../shell/use-title.ts'
import { useView } from '../shell/use-view.ts'
import { formatInstant } from '../time/format-instant.ts'
import { extentOf } from '../time/interval.ts'
import { rangeInput } from '../time/range.ts'
import { orderInput, possibleOrder, readOrder, writeOrder } from './entity-order.ts'
import { EntityTable } from './entity-table.tsx'
import { OVERVIEW, STORE } from './overview-query.ts'
import { overviewPageSize } from './page-size.ts'
import { countSilent, hasAnyBefore, rowOf } from './row.ts'
import { Welcome } from './welcome.tsx'
import './overview.css'

/** Delay after a keystroke, so that not every letter of a search sends a query. */
const SEARCH_DELAY_MS = 200
/** How often figures follow while tweets arrive. */
const REFRESH_DELAY_MS = 10_000

/** Pages that the address can ask for. */
const MAX_PAGES = 10

export function OverviewPage() {
  useTitle('Overview')
  const { change } = useView()
  const { range, zone, dated, span, trendSpan, interval, moveNow, fitTo } = useFittingRange()
  const [search, setSearch] = useParam('search')
  const [orderText, setOrderText] = useParam('sort')
  const [pageText, setPageText] = useParam('pages')
  const settledSearch = useDebounced(search.trim(), SEARCH_DELAY_MS)
  const isOpen = span.from === null
  const order = possibleOrder(readOrder(orderText), !isOpen)

  const pages = usePages(
    OVERVIEW,
    {
      first: overviewPageSize(trendSpan, interval),
      search: settledSearch === '' ? null : settledSearch,
      orderBy: orderInput(order),
      range: rangeInput(span, zone, dated),
      hasBefore: !isOpen,
      trendRange: rangeInput(trendSpan, zone, dated),
      interval,
    },
    data => data.entities,
    { listVariables: ['search', 'orderBy'], initialCount: readPageCount(pageText) },
  )
  const { data, nodes } = pages
  const refresh = () => {
    moveNow()
    pages.reload()
    store.reload()
  }
  const refreshSoon = useRefresh(() => {
    // A refresh that takes longer than the delay is not begun again before its end.
    if (pages.isLoading) refreshSoon()
    else refresh()
  }, REFRESH_DELAY_MS)
  const rows = useMemo(() => (nodes ?? []).map(rowOf), [nodes])
  const buckets = rows.flatMap(row => row.buckets)
  const entityCount = data?.entities?.totalCount ?? null
  // The share of voice of any entity has the tweets of the whole store as its sample.
  const storeTotal = nodes?.[0]?.shareOfVoice?.sampleSize ?? null
  const shownTotal = rows.reduce((sum, { counts }) => sum + (counts?.total ?? 0), 0)
  const store = useQuery(STORE, {
    allTime: rangeInput({ from: null, to: null }, zone, dated),
    undated: rangeInput(span, zone, false),
  })
  const sums = store.data?.entities?.nodes[0]
  const outside = Math.max(0, (sums?.allTime?.sampleSize ?? 0) - (storeTotal ?? 0))
  const silent = countSilent({ rows, entityCount, isByTweets: order.column === 'tweets', hasMore: pages.hasMore })

  useEffect(() => {
    if (!pages.isLoading) fitTo({ isQuiet: storeTotal === 0 && settledSearch === '', buckets })
  })
  const countText = pages.pageCount === 1 ? '' : String(pages.pageCount)
  useEffect(() => {
    if (!pages.isLoading && nodes !== null && countText !== pageText) setPageText(countText)
  })

  if (entityCount === 0 && settledSearch === '' && !pages.isLoading) return <Welcome onLoaded={refresh} />

  const asOf = nodes?.[0]?.sentiment?.asOf
  const counted =
    settledSearch === '' && storeTotal !== null
      ? `${tweetsOf(storeTotal)} about ${countOf(entityCount ?? 0, entityCount ?? 0)}`
      : `${tweetsOf(shownTotal)} about ${countOf(rows.length, entityCount ?? 0)}`
  const countedAt = asOf && `as of ${formatInstant(asOf, zone)}`
  const hasBefore = !isOpen && (hasAnyBefore(rows) || order.column === 'change')
  const notes =
    isOpen || nodes === null || pages.answered?.range.from !== rangeInput(span, zone).from
      ? []
      : [
          ...(outside > 0 ? [describeOutside(outside, typeof range === 'string')] : []),
          ...(silent > 0 ? [`${countOf(silent, silent)} without tweets in this time range.`] : []),
          ...(hasBefore || rows.length === 0 ? [] : ['The period before has no tweets, so no change is shown.']),
        ]
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Overview</h1>
          <p className={pages.isLoading ? 'muted small answer-old' : 'muted small'} aria-live="polite">
            {entityCount === null ? 'Sentiment towards each entity' : [counted, countedAt].filter(Boolean).join(', ')}
            {data?.summaryModel && (
              <>
                , classified by <ModelName model={data.summaryModel} />
              </>
            )}
          </p>
          {notes.length > 0 && (
            <p className="small">
              {notes.join(' ')}{' '}
              {(silent > 0 || outside > 0) && (
                <button type="button" className="link-button" onClick={() => change({ range: 'all' })}>
                  Show all time
                </button>
              )}
            </p>
          )}
          <UndatedNote count={nodes === null ? 0 : (sums?.undated?.sampleSize ?? 0)} />
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
                <p className="overview-none">No entity matches “{settledSearch}”.</p>
              ) : (
                <EntityTable
                  rows={rows}
                  order={order}
                  onOrder={next => setOrderText(writeOrder(next))}
                  hasBefore={hasBefore}
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

const readPageCount = (text: string) => (/^\d{1,2}$/.test(text) ? Math.max(1, Math.min(MAX_PAGES, Number(text))) : 1)

const tweetsOf = (count: number) => (count === 1 ? '1 tweet' : `${formatCount(count)} tweets`)

/** Tweets that the range leaves out. A range that ends now leaves out only older ones. */
const describeOutside = (count: number, endsNow: boolean) =>
  endsNow
    ? `${formatCount(count)} older ${count === 1 ? 'tweet exists' : 'tweets exist'}.`
    : `${tweetsOf(count)} outside these days.`

const countOf = (shown: number, all: number) =>
  shown < all
    ? `${formatCount(shown)} of ${formatCount(all)} entities`
    : `${formatCount(all)} ${all === 1 ? 'entity' : 'entities'}`
