import { useEffect, useState } from 'react'
import { useQuery } from '../api/use-query.ts'
import { labelPath } from '../label/label-path.ts'
import { useRefresh } from '../live/use-refresh.ts'
import { useSentimentChanges } from '../live/use-sentiment-changes.ts'
import { ModelName } from '../models/model-name.tsx'
import { Answer } from '../shell/answer.tsx'
import { RangeChooser } from '../shell/range-chooser.tsx'
import { UndatedNote } from '../shell/undated-note.tsx'
import { useFittingRange } from '../shell/use-fitting-range.ts'
import { useParam } from '../shell/use-param.ts'
import { useTitle } from '../shell/use-title.ts'
import { ViewLink } from '../shell/view-link.tsx'
import { formatInstant } from '../time/format-instant.ts'
import { INTERVALS } from '../time/interval.ts'
import { rangeInput } from '../time/range.ts'
import { describeKnowledge } from './describe-knowledge.ts'
import { ENTITY } from './entity-query.ts'
import { SummaryFigures } from './summary-figures.tsx'
import { TermsSection } from './terms-section.tsx'
import { TrendSection } from './trend-section.tsx'
import { TweetsSection } from './tweets-section.tsx'
import './entity.css'

/** How often figures follow while tweets arrive. */
const REFRESH_DELAY_MS = 5_000

export function EntityPage({ name }: { readonly name: string }) {
  useTitle(name)
  const [intervalText, setInterval] = useParam('interval')
  const wanted = INTERVALS.find(known => known === intervalText)
  const { range, zone, dated, span, trendSpan, interval, moveNow, fitTo } = useFittingRange(wanted)
  const query = useQuery(ENTITY, {
    name,
    range: rangeInput(span, zone, dated),
    hasBefore: span.from !== null,
    trendRange: rangeInput(trendSpan, zone, dated),
    interval,
  })
  const [attempt, setAttempt] = useState(0)
  const [refreshCount, setRefreshCount] = useState(0)
  // One button for all sections, because they usually fail together.
  const retry = () => {
    query.reload()
    setAttempt(count => count + 1)
  }
  const section = {
    name,
    range: rangeInput(span, zone),
    zone,
    knownError: query.error,
    isErrorHeld: query.isLoading,
    refreshCount,
  }
  const entity = query.data?.entity ?? null
  useSentimentChanges(
    name,
    useRefresh(() => {
      moveNow()
      query.reload()
      setRefreshCount(count => count + 1)
    }, REFRESH_DELAY_MS),
  )
  useEffect(() => {
    if (query.isLoading || entity === null) return
    fitTo({ isQuiet: entity.sentiment?.counts.total === 0, buckets: entity.trend ?? [] })
  })

  if (query.data !== null && entity === null && !query.isLoading) {
    return (
      <>
        <h1>{name}</h1>
        <p className="muted">
          No tweets yet. <ViewLink to="/">See all entities</ViewLink>
        </p>
      </>
    )
  }
  return (
    <>
      <div className="page-head">
        <div>
          <nav aria-label="Breadcrumb" className="small breadcrumb">
            <ViewLink to="/">Overview</ViewLink> <span aria-hidden="true">›</span>
          </nav>
          <h1>{entity?.name ?? name}</h1>
          {entity !== null && (
            <p className="small">
              <ViewLink to={labelPath(entity.name)}>Label tweets</ViewLink>
            </p>
          )}
          <p className="muted small" aria-live="polite">
            {entity === null ? 'Sentiment of tweets about it' : describeKnowledge(entity)}
            {entity?.sentiment && (
              <>
                {' '}
                Classified by <ModelName model={entity.sentiment.model} />, as of{' '}
                {formatInstant(entity.sentiment.asOf, zone)}
              </>
            )}
          </p>
          <UndatedNote count={entity?.sentiment?.counts.undated ?? 0} />
        </div>
        <div className="page-actions">
          <ViewLink to="/compare" query={{ names: name }} className="button">
            Compare with others
          </ViewLink>
          <RangeChooser range={range} />
        </div>
      </div>
      <Answer query={{ ...query, reload: retry }} lines={14}>
        {data =>
          data.entity && (
            <>
              <SummaryFigures entity={data.entity} />
              <TrendSection
                trend={data.entity.trend}
                interval={interval}
                isChosen={wanted !== undefined}
                onInterval={next => setInterval(next ?? '')}
                zone={zone}
                reliability={data.entity.reliability}
              />
            </>
          )
        }
      </Answer>
      <TermsSection key={`terms ${attempt}`} {...section} isFiltered={dated !== null} />
      <TweetsSection key={`tweets ${attempt}`} {...section} span={span} dated={dated} />
    </>
  )
}
