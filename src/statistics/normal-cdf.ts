import { normalTails } from './normal-tails.ts'

/** Beyond this distance a tail is below 1e-15. */
const FARTHEST = 8
const STEPS_PER_UNIT = 512

let table: Float64Array | undefined

/**
 * The probability that a standard normal value is at most `z`, to seven digits. Interpolates linearly in a table,
 * because intervals of estimates ask for it thousands of times.
 */
export function normalCdf(z: number): number {
  if (z <= -FARTHEST) return 0
  if (z >= FARTHEST) return 1
  table ??= Float64Array.from({ length: 2 * FARTHEST * STEPS_PER_UNIT + 2 }, (_, step) =>
    exactCdf(step / STEPS_PER_UNIT - FARTHEST),
  )
  const position = (z + FARTHEST) * STEPS_PER_UNIT
  const step = Math.floor(position)
  const [below = 0, above = 1] = [table[step], table[step + 1]]
  return below + (above - below) * (position - step)
}

const exactCdf = (z: number) => (z < 0 ? normalTails(z) / 2 : 1 - normalTails(z) / 2)
