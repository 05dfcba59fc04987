import type { Label } from '../../../labels.ts'
import { type createTweetEncoder, MARKS } from '../../language/tweet-words/tweet-encoder.ts'
import type { CorpusRow } from '../corpora.ts'

/** In the order of the network's outputs. */
export const SENTIMENTS: readonly Label[] = ['NEGATIVE', 'NEUTRAL', 'POSITIVE']

/** A row in the form that training uses. */
export interface Example {
  readonly row: CorpusRow
  readonly tokenIds: Int32Array
  readonly marks: Uint8Array
  /** 0 no entity, 1 mentioned, 2 not mentioned. */
  readonly kind: number
  /** Index into `SENTIMENTS`; -1 for an irrelevant tweet. */
  readonly sentiment: number
}

/** Encodes rows with the encoder of the served model. */
export function encodeRows(rows: readonly CorpusRow[], encode: ReturnType<typeof createTweetEncoder>): Example[] {
  return rows.map(row => {
    const { tokenIds, marks } = encode(row)
    const isFound = marks.some(mark => (mark & MARKS.entity) !== 0)
    return {
      row,
      tokenIds,
      marks,
      kind: row.entity === null ? 0 : isFound ? 1 : 2,
      sentiment: SENTIMENTS.indexOf(row.label),
    }
  })
}

/** Shares of the sentiments, with one added to each count so that none is 0. */
export function sentimentShares(examples: readonly Pick<Example, 'sentiment'>[]): [number, number, number] {
  const counts: [number, number, number] = [1, 1, 1]
  for (const { sentiment } of examples) if (sentiment !== -1) counts[sentiment] = (counts[sentiment] as number) + 1
  const total = counts[0] + counts[1] + counts[2]
  return [counts[0] / total, counts[1] / total, counts[2] / total]
}
