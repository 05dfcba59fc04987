import type { Pool } from 'pg'
import { ALL_TERMS, TWEETS } from '../indexing/count-terms.ts'
import type { Label } from '../labels.ts'
import type { ModelVersion } from '../models/service.ts'
import type { TimeRange } from '../time/time-range.ts'
import { countedDays } from './counted-days.ts'
import { ownName } from './entity-name-filter.ts'
import { type LogOdds, logOdds } from './log-odds.ts'
import { readTermCounts, type TermRow } from './read-term-counts.ts'

/** A term in fewer tweets may be a coincidence. */
export const MIN_TERM_COUNT = 3
/** The words of about sixty tweets: enough to dampen chance, and few against the tweets of a busy entity. */
export const PRIOR_STRENGTH = 500

export interface TermStat extends Omit<LogOdds, 'z'> {
  readonly term: string
  /** Tweets of the label that have it. */
  readonly count: number
  /** Tweets of the entity's other labels that have it. */
  readonly otherCount: number
}

export interface TopTerms {
  readonly terms: readonly TermStat[]
  /** Tweets of the label. */
  readonly sampleSize: number
  /** Tweets of the other labels. */
  readonly otherSampleSize: number
  /** The counted time, in whole UTC days. */
  readonly days: Pick<TimeRange, 'from' | 'to'>
  readonly modelVersion: ModelVersion
  readonly asOf: Date
}

interface TopTermsQuestion {
  readonly entityId: string
  /** The entity's name and aliases. */
  readonly names: readonly string[]
  readonly modelVersion: ModelVersion
  readonly range: Pick<TimeRange, 'from' | 'to'>
  readonly label: Label
  readonly first: number
}

/** The words behind labels. Read-only; each result is of one model version. */
export interface Terms {
  /** The terms that distinguish the tweets of one label from the other tweets of the entity, the most certain first. */
  top(question: TopTermsQuestion): Promise<TopTerms>
}

export const createTerms = (pool: Pool): Terms => ({ top: question => topTerms(pool, question) })

async function topTerms(pool: Pool, question: TopTermsQuestion): Promise<TopTerms> {
  const { entityId, names, modelVersion, label, first } = question
  const days = countedDays(question.range)
  const series = { entityId, modelVersionId: modelVersion.id }
  const { rows, asOf } = await readTermCounts(pool, series, days, { label, minCount: MIN_TERM_COUNT })
  const tweets = rows.find(({ term }) => term === TWEETS)
  return {
    terms: rank(rows, ownName(names), first),
    sampleSize: tweets?.count ?? 0,
    otherSampleSize: tweets?.otherCount ?? 0,
    days,
    modelVersion,
    asOf,
  }
}

/** The `first` most certain terms of the label, by standard errors, without those for which `isName` is true. */
export function rank(rows: readonly TermRow[], isName: (term: string) => boolean, first: number): readonly TermStat[] {
  const all = rows.find(({ term }) => term === ALL_TERMS)
  if (all === undefined) return []
  const sums = { sum: all.count, otherSum: all.otherCount, priorSum: all.priorCount }
  const sorted = rows
    .filter(({ term }) => term !== TWEETS && term !== ALL_TERMS)
    .map(row => ({ ...row, ...logOdds(row, sums, PRIOR_STRENGTH) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.z - one.z || (one.term < other.term ? -1 : 1))
  const shown: TermStat[] = []
  // Detecting names takes longer than everything else, and is needed only for terms that would be returned.
  for (const { term, count, otherCount, weight, low, high } of sorted) {
    if (shown.length === first) break
    if (!isName(term)) shown.push({ term, count, otherCount, weight, low, high })
  }
  return shown
}
