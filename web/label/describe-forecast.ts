import { formatDecimal } from '../numbers/format-number.ts'

interface Forecast {
  readonly halfWidth: number | null
  readonly expectedHalfWidth: number | null
  readonly remainingCount: number
}

/** What the rest of a queue is worth, in one sentence; empty without tweets. */
export function describeForecast({ halfWidth, expectedHalfWidth, remainingCount }: Forecast): string {
  if (halfWidth === null || expectedHalfWidth === null) return ''
  const now = `±${formatDecimal(halfWidth)}`
  const then = `±${formatDecimal(expectedHalfWidth)}`
  if (remainingCount === 0) return `Net sentiment is known to ${now}.`
  if (expectedHalfWidth >= halfWidth || now === then)
    return `The interval is ${now}. Labelling the rest would hardly change it.`
  return `Labelling the rest would shrink the interval from ${now} to about ${then}.`
}
