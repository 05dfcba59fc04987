import type { Pool } from 'pg'
import type { DistinctMention } from './distinct-mentions.ts'
import { STORED_COLUMNS, type StoredRow } from './stored-row.ts'

/** Where a tweet is stored, and the time at which it counts. */
export interface PlacedTweet {
  readonly id: string
  readonly countedAt: Date
}

/** A tweet that is stored, with this model's classification of it for the entity that was asked about, if there is one. */
export interface StoredMention {
  readonly tweet: PlacedTweet
  readonly classification: StoredRow | null
}

type FoundRow = Omit<StoredRow, 'id'> & {
  readonly key: string
  readonly tweetId: string
  readonly countedAt: Date
  readonly id: string | null
}

const READ = `
  SELECT wanted.key, t.id AS "tweetId", coalesce(t.posted_at, t.stored_at) AS "countedAt", ${STORED_COLUMNS}
  FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (key, identity, entity_key)
  JOIN tweet t ON t.identity = decode(wanted.identity, 'hex')
  LEFT JOIN entity e ON e.key = wanted.entity_key
  LEFT JOIN classification c ON c.tweet_id = t.id AND c.entity_id = e.id AND c.model_version_id = $4`

/** Those of the mentions whose tweet is stored, by key. */
export async function readStored(
  pool: Pool,
  mentions: readonly DistinctMention[],
  modelVersionId: string,
): Promise<ReadonlyMap<string, StoredMention>> {
  // A tweet without an id of any kind is always new.
  const candidates = mentions.filter(({ source }) => source.kind !== 'none')
  if (candidates.length === 0) return new Map()
  const { rows } = await pool.query<FoundRow>(READ, [
    candidates.map(({ key }) => key),
    candidates.map(({ identity }) => identity),
    candidates.map(({ entityKey }) => entityKey),
    modelVersionId,
  ])
  return new Map(
    rows.map(row => {
      const { key, id, tweetId, countedAt } = row
      return [key, { tweet: { id: tweetId, countedAt }, classification: id === null ? null : { ...row, id } }]
    }),
  )
}
