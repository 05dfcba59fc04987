import { useEffect } from 'react'
import { useQuery } from '../api/use-query.ts'
import { wrongLabels } from '../numbers/wrong-labels.ts'
import { Answer } from '../shell/answer.tsx'
import { RangeChooser } from '../shell/range-chooser.tsx'
import { UndatedNote } from '../shell/undated-note.tsx'
import { useFittingRange } from '../shell/use-fitting-range.ts'
import { useTitle } from '../shell/use-title.ts'
import { rangeInput } from '../time/range.ts'
import { COMPARE, COMPARE_ERRORS, type Comparison, LARGEST } from './compare-query.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { ComparisonTrend } from './comparison-trend.tsx'
import { NameChooser } from './name-chooser.tsx'
import { PairList } from './pair-list.tsx'
import { useNames } from './use-names.ts'
import './compare.css'

/** Entities that a comparison starts with if none is chosen. */
const START_COUNT = 3

/** Up to six entities on one axis, and in words which differences are significant. */
export function ComparePage() {
  useTitle('Compare')
  const [chosen, setNames] = useNames()
  const { range, zone, dated, span, trendSpan, interval, fitTo } = useFittingRange()
  const largest = useQuery(LARGEST, chosen.length < 2 ? { range: rangeInput(span, zone, dated) } : null)
  const largestNames = largest.data?.entities?.nodes.map(({ name }) => name) ?? []
  const isStart = chosen.length === 0
  const names = isStart ? largestNames.slice(0, START_COUNT) : chosen
  const query = useQuery(
    COMPARE,
    names.length === 0
      ? null
      : {
          names: [...names],
          range: rangeInput(span, zone, dated),
          trendRange: rangeInput(trendSpan, zone, dated),
          interval,
        },
  )
  const { data: errors } = useQuery(COMPARE_ERRORS, names.length === 0 ? null : { names: [...names] })
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
          <p className="muted small">
            {isStart && names.length > 0
              ? `You chose no entities, so these are the ${names.length} with the most tweets. Add or remove some to choose your own.`
              : 'Up to six entities, and which of their differences are significant'}
          </p>
          <UndatedNote count={items.reduce((sum, { summary }) => sum + summary.counts.undated, 0)} />
        </div>
        <RangeChooser range={range} />
      </div>
      <NameChooser
        names={names}
        unknownNames={query.data?.compareEntities?.unknownNames ?? []}
        suggestions={chosen.length < 2 ? largestNames.filter(name => !names.includes(name)) : []}
        onChange={setNames}
      />
      {isStart && largest.data !== null && names.length === 0 && (
        <p className="muted">No tweets yet. The comparison starts when tweets about entities are stored.</p>
      )}
      {(names.length > 0 || largest.error !== null) && (
        <Answer query={names.length > 0 ? query : { ...largest, data: null }} lines={10}>
          {({ compareEntities }) =>
            compareEntities && (
              <ComparisonView
                comparison={compareEntities}
                errors={errors?.compareEntities?.items ?? []}
                interval={interval}
                zone={zone}
              />
            )
          }
        </Answer>
      )}
    </>
  )
}

interface ViewProps {
  readonly comparison: Comparison
  readonly errors: readonly { readonly entity: { readonly id: string; readonly reliability: Reliability | null } }[]
  readonly interval: ReturnType<typeof useFittingRange>['interval']
  readonly zone: string
}

type Reliability = NonNullable<Parameters<typeof wrongLabels>[0]>

function ComparisonView({ comparison: { items, pairs, unknownNames }, errors, interval, zone }: ViewProps) {
  const wrong = new Map(errors.flatMap(({ entity }) => toPair(entity.id, wrongLabels(entity.reliability))))
  return (
    <div className="compare-answer" aria-live="polite">
      {unknownNames.length > 0 && (
        <p className="muted">No tweets about {unknownNames.map(name => `“${name}”`).join(', ')} yet.</p>
      )}
      {items.length > 0 && <ComparisonTable items={items} errors={wrong} />}
      {pairs.length > 0 && <PairList pairs={pairs} />}
      {items.length > 0 && <ComparisonTrend items={items} interval={interval} zone={zone} />}
    </div>
  )
}

const toPair = <Value,>(key: string, value: Value | null): [string, Value][] => (value === null ? [] : [[key, value]])
