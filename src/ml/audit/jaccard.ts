import type { ShingleSets } from './shingle-sets.ts'

/**
 * The Jaccard similarity of two sets: the size of the intersection divided by the size of the union. Returns -1 as soon
 * as it is certain to be below `atLeast`, and for an empty set.
 */
export function jaccard({ starts, values }: ShingleSets, one: number, other: number, atLeast = 0): number {
  let [at, end] = [starts[one] as number, starts[one + 1] as number]
  let [otherAt, otherEnd] = [starts[other] as number, starts[other + 1] as number]
  const total = end - at + (otherEnd - otherAt)
  if (at === end || otherAt === otherEnd) return -1
  // The tolerance leaves a pair exactly at the limit to the comparison at the end.
  const needed = (atLeast / (1 + atLeast)) * total - 1e-9
  let shared = 0
  while (at < end && otherAt < otherEnd) {
    if (shared + Math.min(end - at, otherEnd - otherAt) < needed) return -1
    const value = values[at] as number
    const otherValue = values[otherAt] as number
    if (value === otherValue) shared++
    if (value <= otherValue) at++
    if (otherValue <= value) otherAt++
  }
  const similarity = shared / (total - shared)
  return similarity < atLeast ? -1 : similarity
}
