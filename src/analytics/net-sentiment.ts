import { type Estimate, mapEstimate, NO_EVIDENCE } from '../statistics/estimate.ts'
import { wilson } from '../statistics/wilson.ts'
import type { LabelCounts } from './label-counts.ts'

/**
 * (positive - negative) / (positive + negative), from -1 to 1: how far one side outweighs the other among opinions. The interval is Wilson's
 * for the share of positive opinions, mapped by 2 x - 1. No evidence if there are no opinions.
 */
export function netSentiment({ positive, negative }: Pick<LabelCounts, 'positive' | 'negative'>): Estimate {
  const opinions = positive + negative
  if (opinions === 0) return NO_EVIDENCE
  const mapped = mapEstimate(wilson(positive, opinions), share => 2 * share - 1)
  // Doubling a rounded share would give -0.19999999999999996 for -0.2.
  return { ...mapped, value: (positive - negative) / opinions }
}
