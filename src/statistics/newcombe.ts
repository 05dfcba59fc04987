import { type Estimate, NO_EVIDENCE, Z_95 } from './estimate.ts'
import type { Share } from './share.ts'
import { wilson } from './wilson.ts'

/**
 * Difference of two independent shares, first minus second, with Newcombe's hybrid score interval. The distances from
 * each share to the ends of its own Wilson interval are combined as the sides of a right triangle (R. G. Newcombe,
 * Statistics in Medicine 17, 1998, 873-890, method 10). The interval stays within -1..1. Without trials on either side
 * there is no evidence; the sample size is the sum of both.
 */
export function newcombe(first: Share, second: Share, z = Z_95): Estimate {
  const [p, q] = [wilson(first.successes, first.trials, z), wilson(second.successes, second.trials, z)]
  if (!isKnown(p) || !isKnown(q)) return NO_EVIDENCE
  return {
    value: p.value - q.value,
    low: p.value - q.value - Math.hypot(p.value - p.low, q.high - q.value),
    high: p.value - q.value + Math.hypot(p.high - p.value, q.value - q.low),
    sampleSize: first.trials + second.trials,
  }
}

const isKnown = (estimate: Estimate): estimate is Estimate & Record<'value' | 'low' | 'high', number> =>
  estimate.value !== null
