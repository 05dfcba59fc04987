import { STRATA, stratumOf } from '../../../estimates/strata.ts'
import { LABELS } from '../../../labels.ts'
import type { Scores } from '../../network/classifier.ts'
import type { LabelledRow } from '../labelled-file.ts'

/** One labelled tweet: the stratum of the model's answer, and the position of the true label in `LABELS`. */
export interface Judged {
  readonly stratum: number
  readonly label: number
}

/** All labelled tweets of a source about one entity. */
export interface JudgedEntity {
  readonly source: string
  readonly entity: string
  readonly tweets: readonly Judged[]
}

/** Groups scored rows that were read and name their source and entity; names that differ in case or spaces are one entity. */
export function judgedEntities(
  rows: readonly LabelledRow[],
  scores: readonly Pick<Scores, 'label' | 'isUncertain' | 'unreadReason'>[],
): JudgedEntity[] {
  const entities = new Map<string, JudgedEntity & { tweets: Judged[] }>()
  for (const [index, { source, entity, label }] of rows.entries()) {
    const answer = scores[index]
    if (entity === null || source === undefined || answer === undefined || answer.unreadReason !== null) continue
    const key = JSON.stringify([source, entity.trim().toLowerCase()])
    const group = entities.get(key) ?? { source, entity, tweets: [] }
    entities.set(key, group)
    group.tweets.push({ stratum: stratumOf(answer.label, answer.isUncertain), label: LABELS.indexOf(label) })
  }
  return [...entities.values()]
}

/** Number of tweets in each stratum with each label. */
export function countLabels(tweets: Iterable<Judged>): number[][] {
  const counts = STRATA.map(() => LABELS.map(() => 0))
  for (const { stratum, label } of tweets) {
    const row = counts[stratum]
    if (row) row[label] = (row[label] ?? 0) + 1
  }
  return counts
}

export const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** Number of tweets with each label, in the order of `LABELS`. */
export const totalsOf = (counts: readonly (readonly number[])[]): number[] =>
  LABELS.map((_, label) => sum(counts.map(row => row[label] ?? 0)))

/** Net sentiment of counted labels; null without opinions. */
export function netOf(totals: readonly number[]): number | null {
  const [positive = 0, negative = 0] = [totals[LABELS.indexOf('POSITIVE')], totals[LABELS.indexOf('NEGATIVE')]]
  return positive + negative === 0 ? null : (positive - negative) / (positive + negative)
}
