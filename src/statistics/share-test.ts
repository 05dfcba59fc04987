import { normalTails } from './normal-tails.ts'
import type { Share } from './share.ts'

/** If a cell's expected count is below this, the chi-square distribution is too inaccurate. */
const SMALLEST_EXPECTED = 1

/**
 * Two-sided p-value of the hypothesis that two independent shares are equal. Uses the "N - 1" chi-square test, or the
 * Fisher-Irwin test if the expected count of a cell is below 1, as I. Campbell recommends (Statistics in Medicine 26,
 * 2007, 3661-3675). 1 if all trials agree; null without trials on either side.
 */
export function shareTest(first: Share, second: Share): number | null {
  const n = first.trials + second.trials
  if (first.trials === 0 || second.trials === 0) return null
  const successes = first.successes + second.successes
  const failures = n - successes
  if (successes === 0 || failures === 0) return 1
  const smallest = (Math.min(first.trials, second.trials) * Math.min(successes, failures)) / n
  if (smallest < SMALLEST_EXPECTED) return fisherIrwin(first, second)
  const difference = first.successes / first.trials - second.successes / second.trials
  const variance = ((successes * failures) / (n * (n - 1))) * (1 / first.trials + 1 / second.trials)
  return normalTails(difference / Math.sqrt(variance))
}

/** Rounding may make an equally probable table seem less probable. */
const TIE = 1 + 1e-7

/** The probability, given both margins, of all tables that are at most as probable as the observed one. */
function fisherIrwin(first: Share, second: Share): number {
  const successes = first.successes + second.successes
  const lowest = Math.max(0, successes - second.trials)
  const highest = Math.min(first.trials, successes)
  // Logarithms relative to the first table; each follows from the previous one.
  const logs = [0]
  for (let x = lowest; x < highest; x++) {
    const odds = ((first.trials - x) * (successes - x)) / ((x + 1) * (second.trials - successes + x + 1))
    logs.push((logs.at(-1) ?? 0) + Math.log(odds))
  }
  const largest = Math.max(...logs)
  const weights = logs.map(log => Math.exp(log - largest))
  const seen = weights[first.successes - lowest] ?? 0
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return Math.min(1, sum(weights.filter(weight => weight <= seen * TIE)) / sum(weights))
}
