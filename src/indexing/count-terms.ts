import { LABELS } from '../labels.ts'
import type { IndexedTweet } from './indexed-tweet.ts'

/** Counts the tweets themselves. */
export const TWEETS = ''
/** The sum of all terms' counts. No term has a space. */
export const ALL_TERMS = ' '

/** Of tweets that share an external id only so many are counted, those stored first, so that an id which names everything costs no more. */
export const MAX_VARIANTS = 20

/** What the tweets of one external id, or one tweet without any, count for: a set of terms, `TWEETS` among them, by entity, version, day and label. */
export type Contribution = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Paraphrases and repetitions of a tweet carry its external id: together they count once for each term, entity, version, label and day.
 * @param variants in the order of their ids.
 */
export function contributionOf(variants: readonly IndexedTweet[]): Contribution {
  const contribution = new Map<string, Set<string>>()
  for (const { terms, mentions } of variants.slice(0, MAX_VARIANTS)) {
    for (const [entityId, modelVersionId, label, day] of mentions) {
      const key = [entityId, modelVersionId, day, label].join(' ')
      const counted = contribution.get(key) ?? new Set([TWEETS])
      for (const term of terms) counted.add(term)
      contribution.set(key, counted)
    }
  }
  return contribution
}

/** One row of the daily counts, and by how much each of its terms changes under each label, in the order of `LABELS`. */
export interface DayChange {
  readonly entityId: string
  readonly modelVersionId: string
  readonly day: string
  readonly changes: ReadonlyMap<string, readonly number[]>
}

/** What has to be added to the counts to go from the contributions before to those after; in the order of the rows' keys, nothing that stays. */
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
    const place = (LABELS as readonly string[]).indexOf(label ?? '')
    const terms = days.get(bucket) ?? new Map<string, number[]>()
    days.set(bucket, terms)
    for (const term of counted) addTo(terms, term, place, sign)
    addTo(terms, ALL_TERMS, place, sign * (counted.size - 1))
  }
}

function addTo(terms: Map<string, number[]>, term: string, place: number, amount: number): void {
  const counts = terms.get(term) ?? LABELS.map(() => 0)
  counts[place] = (counts[place] ?? 0) + amount
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
