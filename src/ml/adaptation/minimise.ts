/** Value of a function at a point; writes the gradient into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number

/** Steps that L-BFGS remembers. */
const MEMORY = 8
const MOST_STEPS = 200
const MOST_HALVINGS = 30
/** Share of the expected decrease that a step has to reach (Armijo). */
const SUFFICIENT = 1e-4

/**
 * The minimum of a convex function, from 0 (L-BFGS: Nocedal and Wright, Numerical Optimization, 2006, algorithm 7.5).
 * @param scales the expected size of each coordinate's steps. Well-chosen ones save most of the iterations.
 */
export function minimise(objective: Objective, scales: Float64Array, tolerance = 1e-6): Float64Array {
  const size = scales.length
  const scaled: Objective = (point, gradient) => {
    const value = objective(product(point, scales), gradient)
    for (let at = 0; at < size; at++) gradient[at] = (gradient[at] ?? 0) * (scales[at] ?? 0)
    return value
  }
  let point: Float64Array = new Float64Array(size)
  let gradient: Float64Array = new Float64Array(size)
  let value = scaled(point, gradient)
  const history: { readonly step: Float64Array; readonly change: Float64Array; readonly curvature: number }[] = []
  for (let count = 0; count < MOST_STEPS; count++) {
    const direction = descent(gradient, history)
    const slope = dot(gradient, direction)
    if (slope > -tolerance) break
    const next = lineSearch(scaled, point, value, direction, slope)
    if (next === null) break
    const step = difference(next.point, point)
    const change = difference(next.gradient, gradient)
    const curvature = dot(step, change)
    if (curvature > 1e-12) history.push({ step, change, curvature })
    if (history.length > MEMORY) history.shift()
    const decrease = value - next.value
    ;({ point, gradient, value } = next)
    if (decrease < tolerance) break
  }
  return product(point, scales)
}

interface Step {
  readonly step: Float64Array
  readonly change: Float64Array
  readonly curvature: number
}

function descent(gradient: Float64Array, history: readonly Step[]): Float64Array {
  const direction = gradient.map(slope => -slope)
  const factors = history.map(() => 0)
  for (let index = history.length - 1; index >= 0; index--) {
    const { step, change, curvature } = history[index] as Step
    const factor = dot(step, direction) / curvature
    factors[index] = factor
    add(direction, change, -factor)
  }
  const last = history.at(-1)
  if (last !== undefined) {
    const scale = last.curvature / dot(last.change, last.change)
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale
  }
  for (const [index, { step, change, curvature }] of history.entries()) {
    add(direction, step, (factors[index] ?? 0) - dot(change, direction) / curvature)
  }
  return direction
}

function lineSearch(
  objective: Objective,
  from: Float64Array,
  before: number,
  direction: Float64Array,
  slope: number,
): { point: Float64Array; gradient: Float64Array; value: number } | null {
  const gradient = new Float64Array(from.length)
  for (let halving = 0, length = 1; halving < MOST_HALVINGS; halving++, length /= 2) {
    const point = from.slice()
    add(point, direction, length)
    const value = objective(point, gradient)
    if (value <= before + SUFFICIENT * length * slope) return { point, gradient, value }
  }
  return null
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

function add(target: Float64Array, values: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] ?? 0) + factor * (values[at] ?? 0)
}

const product = (one: Float64Array, other: Float64Array) => one.map((value, at) => value * (other[at] ?? 0))
const difference = (one: Float64Array, other: Float64Array) => one.map((value, at) => value - (other[at] ?? 0))
