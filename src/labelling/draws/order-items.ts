import { textKey } from './text-key.ts'

/** A drawn mention; `rank` from 1 is its place in the random order of its stratum. */
export interface DrawnMention {
  readonly tweetId: string
  readonly text: string
  readonly stratum: number
  readonly rank: number
}

export interface DrawItem {
  readonly tweetId: string
  readonly stratum: number
  /** From 1. */
  readonly position: number
  /** The first position with the same text. */
  readonly textPosition: number
}

/**
 * The order of labelling: every first part of it has the strata in nearly the proportions of the whole draw, so that a queue which is left
 * early is a smaller sample of the same kind.
 *
 * @param counts of mentions drawn from each stratum.
 * @param random uniform in [0, 1).
 */
export function orderItems(
  drawn: readonly DrawnMention[],
  counts: readonly number[],
  random: () => number,
): readonly DrawItem[] {
  const starts = counts.map(() => random())
  const place = ({ stratum, rank }: DrawnMention) => (rank - (starts[stratum] ?? 0)) / (counts[stratum] ?? 1)
  const ordered = [...drawn].sort((one, other) => place(one) - place(other) || one.stratum - other.stratum)
  const firstOf = new Map<string, number>()
  return ordered.map(({ tweetId, stratum, text }, index) => {
    const [position, key] = [index + 1, textKey(text)]
    const textPosition = firstOf.get(key) ?? position
    firstOf.set(key, textPosition)
    return { tweetId, stratum, position, textPosition }
  })
}
