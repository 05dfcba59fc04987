import { LABELS } from '../labels.ts'
import type { IndexedTweet } from './indexed-tweet.ts'

/** The term that counts the tweets themselves. */
export const TWEETS = ''
/** The term that sums the counts of all others. No other term contains a space. */
export const ALL_TERMS = ' '

/** The first tweets of one external id that are counted. The limit bounds the cost of an id that is used for very many tweets. */
export const MAX_VARIANTS = 20

/**
 * The terms that the tweets of one external id, or one tweet without such an id, add to the counts. They include `TWEETS`, and are grouped by
 * entity, version, day and label.
 */
export type Contribution = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Paraphrases and repetitions of a tweet have its external id. Together they count once for each term, entity, version, label and day.
 * @param variants Tweets of one external id, in the order of their ids.
 */
export function contributionOf(variants: readonly IndexedTweet[]): Contribution {
  const contribution = new Map<string, Set<string>>()
  for (const { terms, mentions } of variants.slice(0, MAX_VARIANTS)) {
    for (const [entityId, modelVersionId, label, day] of mentions) {
      if (label === null) continue
      const key = [entityId, modelVersionId, day, label].join(' ')
      const counted = contribution.get(key) ?? new Set([TWEETS])
      for (const term of terms) counted.add(term)
      contribution.set(key, counted)
    }
  }
  return contribution
}

/** A change of the daily counts of one entity, version and day. */
export interface DayChange {
  readonly entityId: string
  readonly modelVersionId: string
  readonly day: string
  /** The change of each term by label, in the order of `LABELS`. */
  readonly changes: ReadonlyMap<string, readonly number[]>
}

/** The changes of the counts from the contributions before to those after, in the order of their keys. Omits terms that do not change. */
export function changesBetween(before: readonly Contribution[], after: readonly Contribution[]): readonly DayChange[] {
  const days = new Map<string, Map<string, number[]>>()
  for (const contribution of before) add(days, contribution, -1)
  for (const contribution of after) add(days, contribution, 1)
  return [...days]
    .map(([key, terms]) => ({ ...bucketOf(key), changes: withoutZeros(terms) }))
    .filter(({ changes }) => changes.size > 0)
    .sort((one, other) => compare(keyOf(one), keyOf(other)))
}

function add(days: Map<string, Map<string, number[]>>, contribution: Contribution, sign: 1 | -1): void {
  for (const [key, counted] of contribution) {
    const [entityId, modelVersionId, day, label] = key.split(' ')
    const bucket = [entityId, modelVersionId, day].join(' ')
    const labelIndex = (LABELS as readonly string[]).indexOf(label ?? '')
    const terms = days.get(bucket) ?? new Map<string, number[]>()
    days.set(bucket, terms)
    for (const term of counted) addTo(terms, term, labelIndex, sign)
    addTo(terms, ALL_TERMS, labelIndex, sign * (counted.size - 1))
  }
}

function addTo(terms: Map<string, number[]>, term: string, labelIndex: number, amount: number): void {
  const counts = terms.get(term) ?? LABELS.map(() => 0)
  counts[labelIndex] = (counts[labelIndex] ?? 0) + amount
  terms.set(term, counts)
}

function withoutZeros(terms: ReadonlyMap<string, readonly number[]>): ReadonlyMap<string, readonly number[]> {
  return new Map([...terms].filter(([, counts]) => counts.some(count => count !== 0)))
}

function bucketOf(key: string) {
  const [entityId = '', modelVersionId = '', day = ''] = key.split(' ')
  return { entityId, modelVersionId, day }
}

const keyOf = ({ entityId, modelVersionId, day }: DayChange) => [entityId, modelVersionId, day].join(' ')
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
