/** No probability counts as nearer to 0 or 1. */
const NEAREST = 1e-12
const FIRST_STEP = 0.05
const MOST_STEPS = 100

/**
 * Where a smooth distribution function reaches `target` between `low` and `high`; an end if it does not reach it in
 * between. Secants of its logarithmic odds, which are nearly straight, within a bracket. About six calls are enough from a
 * fair guess.
 */
export function smoothQuantile(
  distribution: (x: number) => number,
  target: number,
  [low, high]: readonly [number, number],
  guess: number,
  precision: number,
): number {
  const wanted = logOdds(target)
  const off = (x: number) => logOdds(distribution(x)) - wanted
  let [below, above] = [low, high]
  let x = Math.min(Math.max(guess, low), high)
  let value = off(x)
  let [last, lastValue] = [Number.NaN, Number.NaN]
  for (let step = 0; step < MOST_STEPS; step++) {
    if (value < 0) below = x
    else above = x
    const secant = x - (value * (x - last)) / (value - lastValue)
    let next = Number.isFinite(secant) ? secant : x + (value < 0 ? FIRST_STEP : -FIRST_STEP)
    // A secant that leaves the bracket is no help; beyond an end that was never examined, examine the end.
    if (next <= below) next = below === low && value >= 0 && x !== low ? low : (below + above) / 2
    else if (next >= above) next = above === high && value < 0 && x !== high ? high : (below + above) / 2
    if (Math.abs(next - x) < precision) return next
    ;[last, lastValue, x] = [x, value, next]
    value = off(x)
    if ((x === low && value >= 0) || (x === high && value <= 0)) return x
  }
  return x
}

function logOdds(probability: number): number {
  const inside = Math.min(Math.max(probability, NEAREST), 1 - NEAREST)
  return Math.log(inside / (1 - inside))
}
