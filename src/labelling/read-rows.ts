import type { PoolClient } from 'pg'
import { LABEL_COLUMNS, type MentionLabel } from './mention-label.ts'

/** An adjudication and the adjudicator's own label are independent of each other. */
const READ = `
  SELECT ${LABEL_COLUMNS} FROM mention_label AS given
  WHERE given.tweet_id = ANY($1::uuid[]) AND given.entity_id = $2 AND given.annotator = $3
  ORDER BY given.tweet_id, given.number`

interface RowsWanted {
  readonly tweetIds: readonly string[]
  readonly entityId: string
  readonly annotator: string
  readonly isAdjudication: boolean
}

interface AnnotatorRows {
  /** By ascending number. */
  readonly rows: readonly MentionLabel[]
  /** The number of the next row. */
  readonly next: number
}

/** What an annotator has written about each of these tweets. */
export async function readRows(
  client: PoolClient,
  { tweetIds, entityId, annotator, isAdjudication }: RowsWanted,
): Promise<(tweetId: string) => AnnotatorRows> {
  const { rows } = await client.query<MentionLabel>(READ, [tweetIds, entityId, annotator])
  return tweetId => {
    const own = rows.filter(row => row.tweetId === tweetId)
    return {
      rows: own.filter(({ origin }) => (origin === 'AGREEMENT') === isAdjudication),
      next: (own.at(-1)?.number ?? 0) + 1,
    }
  }
}
