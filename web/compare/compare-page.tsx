import { useEffect, useState } from 'react'
import { useQuery } from '../api/use-query.ts'
import { Answer } from '../shell/answer.tsx'
import { RangeChooser } from '../shell/range-chooser.tsx'
import { useNow } from '../shell/use-now.ts'
import { useTitle } from '../shell/use-title.ts'
import { useView } from '../shell/use-view.ts'
import { extentOf, intervalFor } from '../time/interval.ts'
import { rangeInput, type Span, spanOf } from '../time/range.ts'
import { COMPARE } from './compare-query.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { ComparisonTrend } from './comparison-trend.tsx'
import { NameChooser } from './name-chooser.tsx'
import { PairList } from './pair-list.tsx'
import { useNames } from './use-names.ts'
import './compare.css'

const FIRST_RANGE = '30d'

/** Up to six entities on one axis, and in words which differences hold up. */
export function ComparePage() {
  useTitle('Compare')
  const { range: chosen, zone, change } = useView()
  const [names, setNames] = useNames()
  const [now] = useNow()
  const [extent, setExtent] = useState<Span | null>(null)

  const range = chosen ?? FIRST_RANGE
  const span = spanOf(range, zone, now)
  const isOpen = span.from === null
  const trendSpan = isOpen && extent !== null ? extent : span
  const interval = intervalFor(trendSpan)
  const query = useQuery(
    COMPARE,
    names.length === 0
      ? null
      : { names: [...names], range: rangeInput(span, zone), trendRange: rangeInput(trendSpan, zone), interval },
  )
  const items = query.data?.compareEntities.items ?? []

  const isQuiet = !query.isLoading && items.length > 0 && items.every(({ summary }) => summary.counts.total === 0)
  useEffect(() => {
    if (chosen === null && isQuiet) change({ range: 'all' }, true)
  })
  const reach =
    isOpen && extent === null && !query.isLoading ? extentOf(items.flatMap(({ entity }) => entity.trend)) : null
  useEffect(() => {
    if (reach !== null && intervalFor(reach) !== 'MONTH') setExtent(reach)
  })

  return (
    <>
      <div className="page-head">
        <div>
          <h1>Compare</h1>
          <p className="muted small">Up to six entities, and which of their differences hold up</p>
        </div>
        <RangeChooser range={range} />
      </div>
      <NameChooser names={names} onChange={setNames} />
      {names.length > 0 && (
        <Answer query={query} lines={10}>
          {({ compareEntities: { items, pairs, unknownNames } }) => (
            <div className="compare-answer" aria-live="polite">
              {unknownNames.length > 0 && (
                <p className="muted">
                  No tweet was ever stored about {unknownNames.map(name => `“${name}”`).join(', ')}.
                </p>
              )}
              {items.length > 0 && <ComparisonTable items={items} />}
              {pairs.length > 0 && <PairList pairs={pairs} />}
              {items.length > 0 && <ComparisonTrend items={items} interval={interval} zone={zone} />}
            </div>
          )}
        </Answer>
      )}
    </>
  )
}
