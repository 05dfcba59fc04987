import { entityKey } from '../language/entity-key.ts'
import type { AuditedRow } from './audited-file.ts'
import type { AuditedParts } from './divide-rows.ts'
import { jaccard } from './jaccard.ts'
import { nearestTexts } from './nearest-texts.ts'
import type { TextIndex } from './text-index.ts'

/** The kinds of leaks, strongest evidence first. A row can have several: the same text is also a near duplicate. */
export type LeakKind = 'SAME_ID' | 'SAME_TEXT' | 'NEAR_DUPLICATE' | 'PARAPHRASE'

/** A test row with its nearest training row. */
export interface Leak {
  readonly row: AuditedRow
  readonly kinds: readonly LeakKind[]
  readonly nearest: AuditedRow
  /** Jaccard similarity of the two texts; 1 if they are the same. */
  readonly similarity: number
}

export interface Leaks {
  /** In the order of the test part. */
  readonly leaks: readonly Leak[]
  /** Test rows whose text is also in training, but too short to identify a tweet. They are no leaks for this reason. */
  readonly shortTextRowCount: number
  /** Test rows whose id is also in training, whether ids count as leaks or not. */
  readonly sharedIdRowCount: number
  /** Among them, rows whose text is similar to one under the same id. */
  readonly sharedIdSimilarRowCount: number
  /** Among them, rows for which the search by text alone found a similar text. */
  readonly sharedIdFoundRowCount: number
  /** False if ids number something other than tweets; then they are no leaks. */
  readonly areIdsTweets: boolean
  /** For each test row, the similarity that the search by text found; 0 if it found none. */
  readonly similarities: Float64Array
}

export interface LeakOptions {
  /** Jaccard similarity from which on texts are near duplicates, or paraphrases. */
  readonly nearDuplicate: number
  readonly paraphrase: number
  readonly seed: number
  readonly onBand: () => void
}

/** Rows compared under one id; in some files an id is shared by thousands of rows. */
const MOST_PER_ID = 50

/** If fewer of the rows with a shared id have a similar text, the ids are no ids of tweets. */
const LEAST_SIMILAR_SHARE = 0.5

/** Finds the test rows that have a counterpart in training, by id and by text. */
export async function findLeaks(parts: AuditedParts, texts: TextIndex, options: LeakOptions): Promise<Leaks> {
  const { nearDuplicate, paraphrase } = options
  const queries = Int32Array.from(new Set(texts.testTexts)).filter(text => texts.isShort[text] === 0)
  const candidates = Int32Array.from(new Set(texts.trainingTexts)).filter(text => texts.isShort[text] === 0)
  const found = await nearestTexts({ ...options, sets: texts.sets, queries, candidates, threshold: paraphrase })
  const queryOf = new Map(Array.from(queries, (text, index) => [text, index] as const))

  const trainingById = indicesById(parts.training)
  const similarities = new Float64Array(parts.test.length)
  const considered = parts.test.map((row, index) => {
    const text = texts.testTexts[index] as number
    const query = queryOf.get(text)
    const nearestText = query === undefined ? -1 : (found.texts[query] as number)
    similarities[index] = query === undefined ? 0 : (found.similarities[query] as number)
    const byText = nearestText === -1 ? null : closest(row, texts.trainingRowsOf(nearestText))
    const siblings = row.id === null ? [] : (trainingById.get(row.id) ?? [])
    const byId = nearestSibling(text, siblings, parts.training, texts)
    return { row, text, byText, byId, similarity: similarities[index] as number, isSameText: nearestText === text }
  })

  const sharing = considered.filter(({ byId }) => byId !== null)
  const sharedIdSimilarRowCount = sharing.filter(({ byId }) => (byId?.similarity ?? 0) >= paraphrase).length
  const areIdsTweets = sharedIdSimilarRowCount >= LEAST_SIMILAR_SHARE * sharing.length
  const leaks = considered.flatMap(({ row, byText, byId, similarity, isSameText }): Leak[] => {
    const counted = areIdsTweets ? byId : null
    const kinds: LeakKind[] = [
      ...(counted === null ? [] : (['SAME_ID'] as const)),
      ...(isSameText ? (['SAME_TEXT'] as const) : []),
      ...(byText !== null && similarity >= nearDuplicate ? (['NEAR_DUPLICATE'] as const) : []),
      ...(byText !== null ? (['PARAPHRASE'] as const) : []),
    ]
    const isNearerById = counted !== null && (byText === null || counted.similarity >= similarity)
    if (isNearerById) return [{ row, kinds, nearest: counted.row, similarity: counted.similarity }]
    return byText === null ? [] : [{ row, kinds, nearest: byText, similarity }]
  })
  return {
    leaks,
    shortTextRowCount: considered.filter(
      ({ text }) => texts.isShort[text] === 1 && texts.trainingRowsOf(text).length > 0,
    ).length,
    sharedIdRowCount: sharing.length,
    sharedIdSimilarRowCount,
    sharedIdFoundRowCount: sharing.filter(({ byText }) => byText !== null).length,
    areIdsTweets,
    similarities,
  }
}

/** The positions of the training rows with each id, at most `MOST_PER_ID`. */
function indicesById(rows: readonly AuditedRow[]): Map<string, number[]> {
  const indices = new Map<string, number[]>()
  for (const [index, { id }] of rows.entries()) {
    if (id === null) continue
    const known = indices.get(id)
    if (known === undefined) indices.set(id, [index])
    else if (known.length < MOST_PER_ID) known.push(index)
  }
  return indices
}

/** The row among `siblings` with the most similar text; null without any. */
function nearestSibling(
  text: number,
  siblings: readonly number[],
  training: readonly AuditedRow[],
  { sets, trainingTexts }: TextIndex,
): { readonly row: AuditedRow; readonly similarity: number } | null {
  let best: { row: AuditedRow; similarity: number } | null = null
  for (const sibling of siblings) {
    const [row, other] = [training[sibling] as AuditedRow, trainingTexts[sibling] as number]
    const similarity = other === text ? 1 : Math.max(0, jaccard(sets, text, other))
    if (best === null || similarity > best.similarity) best = { row, similarity }
  }
  return best
}

/** Among rows with one text: one with the id of the row, otherwise with its entity, otherwise the first. */
function closest({ id, entity }: AuditedRow, rows: readonly AuditedRow[]): AuditedRow | null {
  const key = entity === null ? null : entityKey(entity)
  return (
    rows.find(other => id !== null && other.id === id) ??
    rows.find(other => (other.entity === null ? null : entityKey(other.entity)) === key) ??
    rows[0] ??
    null
  )
}
