/**
 * Two-sided mid-p value of McNemar's test: how surprising it is that of the cases in which exactly one of two raters is right, it was the
 * first in `onlyFirst` and the second in `onlySecond`, if each were as likely. The exact binomial test less half the probability of what
 * was seen on each side (Fagerland, Lydersen and Laake, BMC Medical Research Methodology 13:91, 2013): close to its nominal level at every
 * size, where the exact test is too cautious and the chi-square too bold for small ones. 1 without any such case.
 */
export function mcnemarMidP(onlyFirst: number, onlySecond: number): number {
  const trials = onlyFirst + onlySecond
  if (trials === 0) return 1
  const fewer = Math.min(onlyFirst, onlySecond)
  const ofFewer = Math.exp(logHalfBinomial(fewer, trials))
  if (onlyFirst === onlySecond) return 1 - ofFewer / 2
  let term = ofFewer
  let tail = ofFewer
  // From the largest term of the tail down to where nothing is added any more.
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
