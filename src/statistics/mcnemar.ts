/**
 * Two-sided mid-p value of McNemar's test. The cases are those in which exactly one of two raters is correct: the first
 * in `onlyFirst` of them, the second in `onlySecond`. The null hypothesis is that both are equally likely. The result
 * is the exact binomial p-value minus half the probability of the observed counts on each side (Fagerland, Lydersen and
 * Laake, BMC Medical Research Methodology 13:91, 2013). It is close to its nominal level at every size; the exact test
 * is conservative, and the chi-square test is liberal for small samples. 1 without any such case.
 */
export function mcnemarMidP(onlyFirst: number, onlySecond: number): number {
  const trials = onlyFirst + onlySecond
  if (trials === 0) return 1
  const fewer = Math.min(onlyFirst, onlySecond)
  const ofFewer = Math.exp(logHalfBinomial(fewer, trials))
  if (onlyFirst === onlySecond) return 1 - ofFewer / 2
  let term = ofFewer
  let tail = ofFewer
  // From the largest term of the tail until terms no longer change the sum.
  for (let count = fewer; count > 0 && term > tail * Number.EPSILON; count--) {
    term *= count / (trials - count + 1)
    tail += term
  }
  return Math.min(1, 2 * tail - ofFewer)
}

/** Natural logarithm of the probability of `count` heads in `trials` throws of a fair coin. */
function logHalfBinomial(count: number, trials: number): number {
  let sum = -trials * Math.LN2
  for (let factor = 1; factor <= count; factor++) sum += Math.log((trials - count + factor) / factor)
  return sum
}
