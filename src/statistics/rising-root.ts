/**
 * Where a function that never falls crosses `target` between `low` and `high`; an end if it does not cross it in
 * between. Regula falsi with the Illinois rule (Dowell and Jarratt, BIT 11, 1971); a step that gains little is replaced by
 * a bisection, so that a few dozen calls are enough for any function.
 */
export function risingRoot(
  rising: (x: number) => number,
  target: number,
  low: number,
  high: number,
  precision = 1e-12,
): number {
  let [below, above] = [low, high]
  let [under, over] = [rising(low) - target, rising(high) - target]
  if (under >= 0) return low
  if (over <= 0) return high
  let last = 0
  for (let step = 0; above - below > precision; step++) {
    const length = above - below
    const guess = step % 3 === 2 ? (below + above) / 2 : below + (length * -under) / (over - under)
    const x = Math.min(Math.max(guess, below + precision / 4), above - precision / 4)
    const value = rising(x) - target
    if (value < 0) {
      if (last < 0) over /= 2
      ;[below, under, last] = [x, value, -1]
    } else {
      if (last > 0) under /= 2
      ;[above, over, last] = [x, value, 1]
    }
  }
  return (below + above) / 2
}
