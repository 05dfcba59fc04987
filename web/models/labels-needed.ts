interface Measured {
  readonly labelled: number
  readonly width: number
}

/** Half widths of an interval that someone may want, and whom they serve. */
export const WANTED_HALF_WIDTHS = [0.5, 0.4, 0.3, 0.2, 0.15] as const

/** Labels are counted in steps of five: the widths are means, and a single entity needs more or fewer. */
const STEP = 5

/**
 * The number of labels per entity at which the mean interval had this half width, between the numbers that were measured;
 * 0 if none is needed, null if more are needed than were measured. The logarithm of the width is taken to be linear in
 * that of the number plus 10, which also holds from 0 labels on.
 */
export function labelsNeeded(rows: readonly Measured[], halfWidth: number): number | null {
  const [first, ...others] = [...rows].sort((one, other) => one.labelled - other.labelled)
  if (first === undefined) return null
  if (first.width / 2 <= halfWidth) return first.labelled
  let before = first
  for (const row of others) {
    if (row.width / 2 <= halfWidth) return between(before, row, halfWidth)
    before = row
  }
  return null
}

const OFFSET = 10

function between(above: Measured, below: Measured, halfWidth: number): number {
  const [wide, narrow, wanted] = [above.width, below.width, 2 * halfWidth].map(Math.log) as [number, number, number]
  const [from, to] = [Math.log(above.labelled + OFFSET), Math.log(below.labelled + OFFSET)]
  const labels = Math.exp(from + ((wide - wanted) / (wide - narrow)) * (to - from)) - OFFSET
  return Math.min(below.labelled, Math.ceil((labels - 1e-9) / STEP) * STEP)
}
