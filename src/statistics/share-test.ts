import { normalTails } from './normal-tails.ts'
import type { Share } from './share.ts'

/** Below this expected count of any cell the chi-square distribution is too far off. */
const SMALLEST_EXPECTED = 1

/**
 * Two-sided p-value of two independent shares being the same: how probable a difference this large is if they are. The "N - 1" chi-square
 * test, and the Fisher-Irwin test where a cell is expected to hold fewer than 1, as I. Campbell recommends (Statistics in Medicine 26,
 * 2007, 3661-3675). 1 where all trials agree; null without trials on either side.
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

/** A table as probable as the one seen may come out less probable by rounding. */
const TIE = 1 + 1e-7

/** The probability, given both margins, of all tables that are at most as probable as the one seen. */
function fisherIrwin(first: Share, second: Share): number {
  const successes = first.successes + second.successes
  const lowest = Math.max(0, successes - second.trials)
  const highest = Math.min(first.trials, successes)
  // Relative to the first one, in logarithms: each follows from the one before.
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
