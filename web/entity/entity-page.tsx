import { useEffect, useState } from 'react'
import { useQuery } from '../api/use-query.ts'
import { useRefresh } from '../live/use-refresh.ts'
import { useSentimentChanges } from '../live/use-sentiment-changes.ts'
import { Answer } from '../shell/answer.tsx'
import { RangeChooser } from '../shell/range-chooser.tsx'
import { useNow } from '../shell/use-now.ts'
import { useParam } from '../shell/use-param.ts'
import { useTitle } from '../shell/use-title.ts'
import { useView } from '../shell/use-view.ts'
import { ViewLink } from '../shell/view-link.tsx'
import { formatInstant } from '../time/format-instant.ts'
import { extentOf, INTERVALS, intervalFor } from '../time/interval.ts'
import { rangeInput, type Span, spanOf } from '../time/range.ts'
import { describeKnowledge } from './describe-knowledge.ts'
import { ENTITY } from './entity-query.ts'
import { SummaryFigures } from './summary-figures.tsx'
import { TermsSection } from './terms-section.tsx'
import { TrendSection } from './trend-section.tsx'
import { TweetsSection } from './tweets-section.tsx'
import './entity.css'

/** Shown first where the address says nothing; an entity without tweets of these days is shown whole. */
const FIRST_RANGE = '30d'
/** While tweets come in, figures follow them at this pace. */
const REFRESH_DELAY_MS = 5_000

export function EntityPage({ name }: { readonly name: string }) {
  useTitle(name)
  const { range: chosen, zone, change } = useView()
  const [intervalText, setInterval] = useParam('interval')
  const [now, moveNow] = useNow()
  const [extent, setExtent] = useState<Span | null>(null)

  const range = chosen ?? FIRST_RANGE
  const span = spanOf(range, zone, now)
  const isOpen = span.from === null
  const wanted = INTERVALS.find(interval => interval === intervalText)
  // Without a wish, months first; when they have told how far the tweets reach, what suits that.
  const trendSpan = isOpen && wanted === undefined && extent !== null ? extent : span
  const interval = wanted ?? intervalFor(trendSpan)
  const query = useQuery(ENTITY, {
    name,
    range: rangeInput(span, zone),
    trendRange: rangeInput(trendSpan, zone),
    interval,
  })
  const entity = query.data?.entity ?? null
  useSentimentChanges(
    name,
    useRefresh(() => {
      moveNow()
      query.reload()
    }, REFRESH_DELAY_MS),
  )

  const isQuiet = !query.isLoading && entity !== null && entity.sentiment.counts.total === 0
  useEffect(() => {
    if (chosen === null && isQuiet) change({ range: 'all' }, true)
  })
  const reach =
    isOpen && extent === null && wanted === undefined && !query.isLoading ? extentOf(entity?.trend ?? []) : null
  useEffect(() => {
    if (reach !== null && intervalFor(reach) !== 'MONTH') setExtent(reach)
  })

  if (query.data !== null && entity === null) {
    return (
      <>
        <h1>No tweet about “{name}”</h1>
        <p className="muted">
          None was ever stored about it. <ViewLink to="/">See what there is</ViewLink>
        </p>
      </>
    )
  }
  return (
    <>
      <div className="page-head">
        <div>
          <p className="small">
            <ViewLink to="/">Overview</ViewLink> <span className="muted">/</span>{' '}
            <ViewLink to="/compare" query={{ names: name }}>
              Compare it
            </ViewLink>
          </p>
          <h1>{entity?.name ?? name}</h1>
          <p className="muted small" aria-live="polite">
            {entity === null
              ? 'What people feel about it'
              : `${describeKnowledge(entity)} Judged by ${entity.sentiment.modelVersions.map(({ version }) => version).join(', ')}, as of ${formatInstant(entity.sentiment.asOf, zone)}`}
          </p>
        </div>
        <RangeChooser range={range} />
      </div>
      <Answer query={query} lines={14}>
        {data =>
          data.entity !== null && (
            <>
              <SummaryFigures entity={data.entity} />
              <TrendSection
                trend={data.entity.trend}
                interval={interval}
                isChosen={wanted !== undefined}
                onInterval={next => setInterval(next ?? '')}
                zone={zone}
              />
            </>
          )
        }
      </Answer>
      <TermsSection name={name} range={rangeInput(span, zone)} zone={zone} />
      <TweetsSection name={name} range={rangeInput(span, zone)} zone={zone} />
    </>
  )
}
