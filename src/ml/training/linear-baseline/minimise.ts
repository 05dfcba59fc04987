import { addScaled, dot } from '../vectors.ts'

/** Writes the gradient at `point` into `gradient` and returns the value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number

export interface MinimiseOptions {
  readonly mostSteps: number
  /** Stops when no element of the gradient is larger. */
  readonly tolerance: number
}

/** Number of steps kept to estimate the curvature. */
const MEMORY = 6

/** Fraction of the predicted decrease that a step must achieve (Armijo). */
const SUFFICIENT = 1e-4

interface Step {
  readonly move: Float64Array
  readonly turn: Float64Array
  /** 1 / (move . turn) */
  readonly scale: number
}

/**
 * Minimises a smooth convex function by L-BFGS (Nocedal and Wright 2006, algorithm 7.5) with a backtracking line
 * search.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { mostSteps, tolerance }: MinimiseOptions,
): Float64Array {
  let point = Float64Array.from(start)
  let gradient = new Float64Array(point.length)
  let value = objective(point, gradient)
  let memory: Step[] = []
  for (let step = 0; step < mostSteps && largest(gradient) > tolerance; step++) {
    const direction = descend(gradient, memory)
    const slope = dot(gradient, direction)
    let size = memory.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1
    const next = new Float64Array(point.length)
    const nextGradient = new Float64Array(point.length)
    let nextValue = Number.POSITIVE_INFINITY
    for (; size > 1e-10; size /= 2) {
      for (let at = 0; at < next.length; at++) next[at] = (point[at] as number) + size * (direction[at] as number)
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + SUFFICIENT * size * slope) break
    }
    // Rounding errors prevent further progress.
    if (nextValue >= value) break
    memory = [...memory, stepBetween(point, next, gradient, nextGradient)]
      .filter(({ scale }) => scale > 0)
      .slice(-MEMORY)
    point = next
    gradient = nextGradient
    value = nextValue
  }
  return point
}

function stepBetween(from: Float64Array, to: Float64Array, before: Float64Array, after: Float64Array): Step {
  const move = to.map((value, at) => value - (from[at] as number))
  const turn = after.map((value, at) => value - (before[at] as number))
  return { move, turn, scale: 1 / dot(move, turn) }
}

/** The descent direction by the two-loop recursion. */
function descend(gradient: Float64Array, memory: readonly Step[]): Float64Array {
  const direction = gradient.map(value => -value)
  const shares = memory.toReversed().map(({ move, turn, scale }) => {
    const share = scale * dot(move, direction)
    addScaled(direction, turn, -share)
    return share
  })
  const latest = memory.at(-1)
  if (latest !== undefined) {
    const guess = 1 / (latest.scale * dot(latest.turn, latest.turn))
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] as number) * guess
  }
  for (const [index, { move, turn, scale }] of memory.entries()) {
    const share = shares[memory.length - 1 - index] ?? 0
    addScaled(direction, move, share - scale * dot(turn, direction))
  }
  return direction
}

function largest(vector: Float64Array): number {
  let most = 0
  for (let at = 0; at < vector.length; at++) most = Math.max(most, Math.abs(vector[at] as number))
  return most
}
