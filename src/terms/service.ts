import type { Pool } from 'pg'
import { ALL_TERMS, TWEETS } from '../indexing/count-terms.ts'
import type { Label } from '../labels.ts'
import type { ModelVersion } from '../models/service.ts'
import type { TimeRange } from '../time/time-range.ts'
import { countedDays } from './counted-days.ts'
import { entityNameFilter } from './entity-name-filter.ts'
import { type LogOdds, logOdds } from './log-odds.ts'
import { readTermCounts, type TermRow } from './read-term-counts.ts'

/** A term in fewer tweets of the label is likely to be chance. */
export const MIN_TERM_COUNT = 3
/** The words of some sixty tweets: enough to suppress chance, and few compared with the tweets of a busy entity. */
export const PRIOR_STRENGTH = 500

export interface TermStat extends Omit<LogOdds, 'z'> {
  readonly term: string
  /** Tweets of the label with the term. */
  readonly count: number
  /** Tweets of the entity's other labels with the term. */
  readonly otherCount: number
}

export interface TopTerms {
  readonly terms: readonly TermStat[]
  /** Tweets of the label. */
  readonly sampleSize: number
  /** Tweets of the other labels. */
  readonly otherSampleSize: number
  /** The counted range, in whole UTC days. */
  readonly days: Pick<TimeRange, 'from' | 'to'>
  readonly modelVersion: ModelVersion
  readonly asOf: Date
}

interface TopTermsQuery {
  readonly entityId: string
  /** The entity's name and aliases. */
  readonly names: readonly string[]
  readonly modelVersion: ModelVersion
  readonly range: Pick<TimeRange, 'from' | 'to'>
  readonly label: Label
  readonly first: number
}

/** Terms that characterise a label. Read-only; each result is of one model version. */
export interface Terms {
  /** The terms that distinguish the tweets of one label from the entity's other tweets, sorted by significance. */
  top(query: TopTermsQuery): Promise<TopTerms>
}

export const createTerms = (pool: Pool): Terms => ({ top: query => topTerms(pool, query) })

async function topTerms(pool: Pool, query: TopTermsQuery): Promise<TopTerms> {
  const { entityId, names, modelVersion, label, first } = query
  const days = countedDays(query.range)
  const series = { entityId, modelVersionId: modelVersion.id }
  const { rows, asOf } = await readTermCounts(pool, series, days, { label, minCount: MIN_TERM_COUNT })
  const tweets = rows.find(({ term }) => term === TWEETS)
  return {
    terms: rank(rows, entityNameFilter(names), first),
    sampleSize: tweets?.count ?? 0,
    otherSampleSize: tweets?.otherCount ?? 0,
    days,
    modelVersion,
    asOf,
  }
}

/** The `first` terms with the most significant positive weight, by z; excludes those for which `isName` is true. */
export function rank(rows: readonly TermRow[], isName: (term: string) => boolean, first: number): readonly TermStat[] {
  const all = rows.find(({ term }) => term === ALL_TERMS)
  if (all === undefined) return []
  const sums = { sum: all.count, otherSum: all.otherCount, priorSum: all.priorCount }
  const sorted = rows
    .filter(({ term }) => term !== TWEETS && term !== ALL_TERMS)
    .map(row => ({ ...row, ...logOdds(row, sums, PRIOR_STRENGTH) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.z - one.z || (one.term < other.term ? -1 : 1))
  const top: TermStat[] = []
  // `isName` is the slowest step, so it runs only for terms that would be returned.
  for (const { term, count, otherCount, weight, low, high } of sorted) {
    if (top.length === first) break
    if (!isName(term)) top.push({ term, count, otherCount, weight, low, high })
  }
  return top
}
