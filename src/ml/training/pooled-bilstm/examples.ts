import type { Label } from '../../../labels.ts'
import { lettersAndDigits } from '../../language/tweet-words/entity-names.ts'
import type { createTweetEncoder } from '../../language/tweet-words/tweet-encoder.ts'
import type { CorpusRow } from '../corpora.ts'

/** In the order of a head's outputs. */
export const SENTIMENTS: readonly Label[] = ['NEGATIVE', 'NEUTRAL', 'POSITIVE']

/** A row in the form that training uses. */
export interface Example {
  /** Index of its corpus, which is also the index of its head. */
  readonly corpus: number
  readonly row: CorpusRow
  readonly tokenIds: Int32Array
  readonly marks: Uint8Array
  /** 0 no entity, 1 mentioned, 2 not mentioned. */
  readonly kind: number
  /** Index among the known entities; -1 for others. */
  readonly entity: number
  /** Index into `SENTIMENTS`; -1 for an irrelevant tweet. */
  readonly sentiment: number
}

/** Encodes rows with the encoder of the served model. */
export function encodeRows(
  rows: readonly CorpusRow[],
  corpus: number,
  encode: ReturnType<typeof createTweetEncoder>,
  knownEntities: ReadonlyMap<string, number>,
): Example[] {
  return rows.map(row => {
    const { tokenIds, marks } = encode(row)
    const isFound = marks.some(mark => (mark & 1) === 1)
    return {
      corpus,
      row,
      tokenIds,
      marks,
      kind: row.entity === null ? 0 : isFound ? 1 : 2,
      entity: row.entity === null ? -1 : (knownEntities.get(lettersAndDigits(row.entity)) ?? -1),
      sentiment: SENTIMENTS.indexOf(row.label),
    }
  })
}

/** The entities that occur in at least `fewest` tweets, most frequent first, by the name of their first row. */
export function knownEntities(rows: readonly CorpusRow[], fewest: number): string[] {
  const tweets = new Map<string, { name: string; ids: Set<string> }>()
  for (const { entity, id, text } of rows) {
    if (entity === null) continue
    const key = lettersAndDigits(entity)
    const known = tweets.get(key) ?? { name: entity, ids: new Set() }
    tweets.set(key, known)
    known.ids.add(id ?? text)
  }
  return [...tweets.values()]
    .filter(({ ids }) => ids.size >= fewest)
    .sort((a, b) => b.ids.size - a.ids.size)
    .map(({ name }) => name)
}
