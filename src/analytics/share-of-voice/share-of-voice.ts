import type { Pool } from 'pg'
import type { Estimate } from '../../statistics/estimate.ts'
import { wilson } from '../../statistics/wilson.ts'
import type { TimeRange } from '../../time/time-range.ts'
import type { SentimentReader } from '../sentiment-reader.ts'
import { idsOf, type Series } from '../series.ts'
import { spanOf } from '../span-of.ts'
import { createVoiceReader } from './voice-reader.ts'

/** Share of the classifications of all entities. With ids in `among`: of these entities and its own. */
export type ShareOfVoice = (series: Series, range: TimeRange, among: readonly string[] | null) => Promise<Estimate>

export function createShareOfVoice(pool: Pool, sentiment: SentimentReader): ShareOfVoice {
  const voiceOf = createVoiceReader(pool)
  return async (series, range, among) => {
    if (among === null) {
      const { own, all } = await voiceOf({ ...idsOf(series), span: spanOf(range), dated: range.dated ?? null })
      return wilson(own, all)
    }
    const others = [...new Set(among)].filter(id => id !== series.entityId)
    const compared = [series, ...others.map(entityId => ({ ...series, entityId }))]
    const totals = (await sentiment.countAll(compared, range)).map(({ total }) => total)
    return wilson(
      totals[0] ?? 0,
      totals.reduce((sum, total) => sum + total, 0),
    )
  }
}
