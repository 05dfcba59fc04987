/** Counts of a term in two groups, and in the corpus of the prior. */
export interface TermCounts {
  readonly count: number
  readonly otherCount: number
  readonly priorCount: number
}

/** Sums of the counts over all terms. */
export interface TermSums {
  readonly sum: number
  readonly otherSum: number
  readonly priorSum: number
}

export interface LogOdds {
  /** Natural logarithm of the ratio between the term's odds in the group and in the other group. */
  readonly weight: number
  /** The 95 % interval. */
  readonly low: number
  readonly high: number
  /** `weight` in standard errors. */
  readonly z: number
}

const Z_95 = 1.959964

/**
 * Weighted log-odds ratio with an informative Dirichlet prior: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008),
 * equations 15, 16, 20 and 22. The prior adds `strength` words to each group, in the proportions of the corpus. It shrinks the weight of terms
 * that occur rarely, and barely changes that of frequent ones.
 *
 * @param strength The number of words that the prior adds; above 0. `priorCount` must also be above 0, and below `priorSum`.
 */
export function logOdds(term: TermCounts, sums: TermSums, strength: number): LogOdds {
  const prior = (strength * term.priorCount) / sums.priorSum
  const [inGroup, inOther] = [term.count + prior, term.otherCount + prior]
  const weight =
    Math.log(inGroup / (sums.sum + strength - inGroup)) - Math.log(inOther / (sums.otherSum + strength - inOther))
  const error = Math.sqrt(1 / inGroup + 1 / inOther)
  return { weight, low: weight - Z_95 * error, high: weight + Z_95 * error, z: weight / error }
}
