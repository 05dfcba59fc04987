import { useEffect } from 'react'
import { useQuery } from '../api/use-query.ts'
import { Answer } from '../shell/answer.tsx'
import { RangeChooser } from '../shell/range-chooser.tsx'
import { useFittingRange } from '../shell/use-fitting-range.ts'
import { useTitle } from '../shell/use-title.ts'
import { rangeInput } from '../time/range.ts'
import { COMPARE, type Comparison } from './compare-query.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { ComparisonTrend } from './comparison-trend.tsx'
import { NameChooser } from './name-chooser.tsx'
import { PairList } from './pair-list.tsx'
import { useNames } from './use-names.ts'
import './compare.css'

/** Up to six entities on one axis, and in words which differences are significant. */
export function ComparePage() {
  useTitle('Compare')
  const [names, setNames] = useNames()
  const { range, zone, span, trendSpan, interval, fitTo } = useFittingRange()
  const query = useQuery(
    COMPARE,
    names.length === 0
      ? null
      : { names: [...names], range: rangeInput(span, zone), trendRange: rangeInput(trendSpan, zone), interval },
  )
  const items = query.data?.compareEntities?.items ?? []
  useEffect(() => {
    if (query.isLoading || items.length === 0) return
    fitTo({
      isQuiet: items.every(({ summary }) => summary.counts.total === 0),
      buckets: items.flatMap(({ entity }) => entity.trend ?? []),
    })
  })

  return (
    <>
      <div className="page-head">
        <div>
          <h1>Compare</h1>
          <p className="muted small">Up to six entities, and which of their differences are significant</p>
        </div>
        <RangeChooser range={range} />
      </div>
      <NameChooser names={names} onChange={setNames} />
      {names.length > 0 && (
        <Answer query={query} lines={10}>
          {({ compareEntities }) =>
            compareEntities && <ComparisonView comparison={compareEntities} interval={interval} zone={zone} />
          }
        </Answer>
      )}
    </>
  )
}

interface ViewProps {
  readonly comparison: Comparison
  readonly interval: ReturnType<typeof useFittingRange>['interval']
  readonly zone: string
}

function ComparisonView({ comparison: { items, pairs, unknownNames }, interval, zone }: ViewProps) {
  return (
    <div className="compare-answer" aria-live="polite">
      {unknownNames.length > 0 && (
        <p className="muted">No tweets about {unknownNames.map(name => `“${name}”`).join(', ')} yet.</p>
      )}
      {items.length > 0 && <ComparisonTable items={items} />}
      {pairs.length > 0 && <PairList pairs={pairs} />}
      {items.length > 0 && <ComparisonTrend items={items} interval={interval} zone={zone} />}
    </div>
  )
}
