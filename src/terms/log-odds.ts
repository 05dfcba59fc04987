/** The counts of a term in two groups, and in the tweets of the prior. */
export interface TermCounts {
  readonly count: number
  readonly otherCount: number
  readonly priorCount: number
}

/** The sums over all terms. */
export interface TermSums {
  readonly sum: number
  readonly otherSum: number
  readonly priorSum: number
}

export interface LogOdds {
  /** Natural logarithm of the ratio of the term's odds in the group to its odds in the other group. */
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
 * equations 15, 16, 20 and 22. Each group starts with `strength` words in the proportions of the prior, so that a term
 * that occurs twice by chance weighs little, and a common term weighs as much as it should.
 *
 * @param strength the number of words that the prior counts for; above 0. `priorCount` has to be above 0 as well, and below `priorSum`.
 */
export function logOdds(term: TermCounts, sums: TermSums, strength: number): LogOdds {
  const prior = (strength * term.priorCount) / sums.priorSum
  const [inGroup, inOther] = [term.count + prior, term.otherCount + prior]
  const weight =
    Math.log(inGroup / (sums.sum + strength - inGroup)) - Math.log(inOther / (sums.otherSum + strength - inOther))
  const error = Math.sqrt(1 / inGroup + 1 / inOther)
  return { weight, low: weight - Z_95 * error, high: weight + Z_95 * error, z: weight / error }
}
