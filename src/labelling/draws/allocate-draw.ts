import type { Stratum } from './stratum.ts'

export const REVIEW_STRATEGIES = ['UNIFORM', 'UNCERTAINTY', 'DISAGREEMENT', 'MIXED'] as const
export type ReviewStrategy = (typeof REVIEW_STRATEGIES)[number]

/** The parts of a draw that go to all mentions, to uncertain ones, and to those about which two versions disagree. */
const PARTS: Readonly<
  Record<ReviewStrategy, { readonly uniform: number; readonly uncertain: number; readonly disputed: number }>
> = {
  UNIFORM: { uniform: 1, uncertain: 0, disputed: 0 },
  UNCERTAINTY: { uniform: 0.5, uncertain: 0.5, disputed: 0 },
  DISAGREEMENT: { uniform: 0.5, uncertain: 0, disputed: 0.5 },
  MIXED: { uniform: 0.5, uncertain: 0.25, disputed: 0.25 },
}

type Counted = Omit<Stratum, 'itemCount'>

/**
 * The number of mentions to draw from each stratum. Same length and order as the input; the sum is `size`, or the whole population if that is
 * smaller. A part that no mention can take goes to all mentions. If the size allows it, no stratum goes without: otherwise nothing would be
 * learnt about it.
 */
export function allocateDraw(strata: readonly Counted[], size: number, strategy: ReviewStrategy): readonly number[] {
  const parts = PARTS[strategy]
  const total = (of: (stratum: Counted) => boolean) =>
    strata.reduce((sum, stratum) => sum + (of(stratum) ? stratum.populationCount : 0), 0)
  const [population, uncertain, disputed] = [
    total(() => true),
    total(({ isUncertain }) => isUncertain),
    total(({ isDisputed }) => isDisputed),
  ]
  const [ofUncertain, ofDisputed] = [uncertain > 0 ? parts.uncertain : 0, disputed > 0 ? parts.disputed : 0]
  const weights = strata.map(
    ({ populationCount, isUncertain, isDisputed }) =>
      populationCount *
      ((1 - ofUncertain - ofDisputed) / population +
        (isUncertain && uncertain > 0 ? ofUncertain / uncertain : 0) +
        (isDisputed && disputed > 0 ? ofDisputed / disputed : 0)),
  )
  const limits = strata.map(({ populationCount }) => populationCount)
  const drawn = Math.min(size, population)
  const nonEmpty = limits.filter(limit => limit > 0).length
  const least = limits.map(limit => (limit > 0 && drawn >= nonEmpty ? 1 : 0))
  return rounded(filled(weights, least, limits, drawn), least, limits, drawn)
}

/** Shares in proportion to the weights, none below its least or above its limit; what these take or leave is shared among the others. */
function filled(
  weights: readonly number[],
  least: readonly number[],
  limits: readonly number[],
  size: number,
): readonly number[] {
  const fixed = new Map<number, number>()
  for (;;) {
    const open = weights.map((_, index) => index).filter(index => !fixed.has(index))
    const left = size - [...fixed.values()].reduce((sum, value) => sum + value, 0)
    const weight = open.reduce((sum, index) => sum + (weights[index] ?? 0), 0)
    const shareOf = (index: number) => (weight > 0 ? (left * (weights[index] ?? 0)) / weight : 0)
    const over = open.filter(index => shareOf(index) > (limits[index] ?? 0))
    const under = over.length > 0 ? [] : open.filter(index => shareOf(index) < (least[index] ?? 0))
    for (const index of over) fixed.set(index, limits[index] ?? 0)
    for (const index of under) fixed.set(index, least[index] ?? 0)
    if (over.length + under.length === 0) return weights.map((_, index) => fixed.get(index) ?? shareOf(index))
  }
}

/** Whole numbers with the same sum: the largest fractions are rounded up. */
function rounded(
  shares: readonly number[],
  least: readonly number[],
  limits: readonly number[],
  size: number,
): readonly number[] {
  const counts = shares.map((share, index) => Math.max(Math.floor(share + 1e-9), least[index] ?? 0))
  const byFraction = shares
    .map((share, index) => ({ index, fraction: share - Math.floor(share + 1e-9) }))
    .sort((one, other) => other.fraction - one.fraction || one.index - other.index)
  let missing = size - counts.reduce((sum, count) => sum + count, 0)
  while (missing !== 0) {
    const step = Math.sign(missing)
    const next = (step > 0 ? byFraction : [...byFraction].reverse()).find(({ index }) => {
      const count = (counts[index] ?? 0) + step
      return count <= (limits[index] ?? 0) && count >= (least[index] ?? 0)
    })
    if (next === undefined) return counts
    counts[next.index] = (counts[next.index] ?? 0) + step
    byFraction.push(...byFraction.splice(byFraction.indexOf(next), 1))
    missing -= step
  }
  return counts
}
