import { useState } from 'react'
import { extentOf, type Interval, intervalFor } from '../time/interval.ts'
import { type RangeChoice, type Span, spanOf } from '../time/range.ts'
import { useNow } from './use-now.ts'
import { useView } from './use-view.ts'

/** Shown first if the address names no range. */
const FIRST_RANGE = '30d'

interface Answered {
  /** The range has no tweets. */
  readonly isQuiet: boolean
  /** All buckets of the trends. */
  readonly buckets: readonly { readonly start: string; readonly end: string }[]
}

export interface FittingRange {
  readonly range: RangeChoice
  readonly zone: string
  /** Which tweets count: with a time of their own, without one, or both. */
  readonly dated: boolean | null
  /** The time that figures cover. */
  readonly span: Span
  /** The time that trends cover: the same, or for all time the extent of the tweets once it is known. */
  readonly trendSpan: Span
  readonly interval: Interval
  /** Lets the range end now. */
  readonly moveNow: () => void
  /** To be called in an effect after each answer: adapts the range and the interval to it. */
  readonly fitTo: (answered: Answered) => void
}

/**
 * The range and interval of a page. If the address names no range, the page starts with the last 30 days, and shows all time if these have
 * no tweets. All time starts with months; when the answer shows how far the tweets reach, the interval becomes as fine as fits.
 * @param wanted an interval that overrides the fitting one.
 */
export function useFittingRange(wanted?: Interval): FittingRange {
  const { range: chosen, zone, dated, change } = useView()
  const [now, moveNow] = useNow()
  const [extent, setExtent] = useState<Span | null>(null)
  const range = chosen ?? FIRST_RANGE
  const span = spanOf(range, zone, now)
  const isOpen = span.from === null
  const trendSpan = isOpen && wanted === undefined && extent !== null ? extent : span

  const fitTo = ({ isQuiet, buckets }: Answered) => {
    if (chosen === null && isQuiet) change({ range: 'all' }, true)
    if (!isOpen || wanted !== undefined || extent !== null) return
    const reach = extentOf(buckets)
    if (reach !== null && intervalFor(reach) !== 'MONTH') setExtent(reach)
  }
  return { range, zone, dated, span, trendSpan, interval: wanted ?? intervalFor(trendSpan), moveNow, fitTo }
}
