/** A smaller extent would draw chance as if it were a large change. */
const SMALLEST_EXTENT = 0.2

/** The part of net sentiment's scale that an axis needs for these values. It always has zero, so that the line of zero shows which side is positive. */
export function sentimentDomain(values: readonly number[]): [number, number] {
  if (values.length === 0) return [-1, 1]
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const missing = Math.max(0, SMALLEST_EXTENT - (high - low))
  return high >= -low ? [low, high + missing] : [low - missing, high]
}
