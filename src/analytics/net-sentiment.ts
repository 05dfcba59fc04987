import type { Estimate } from '../evaluation/report.ts'
import { mapEstimate } from './estimate.ts'
import type { LabelCounts } from './label-counts.ts'
import { wilson } from './wilson.ts'

/**
 * (positive - negative) / (positive + negative), from -1 to 1: among opinions, how far one side outweighs the other. The interval is
 * Wilson's for the share of positive opinions, mapped by 2 x - 1. Without opinions there is no evidence.
 */
export const netSentiment = ({ positive, negative }: Pick<LabelCounts, 'positive' | 'negative'>): Estimate =>
  mapEstimate(wilson(positive, positive + negative), share => 2 * share - 1)
