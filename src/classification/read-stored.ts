import type { Pool } from 'pg'
import { bytesArray, textArray } from '../storage/binary-arrays.ts'
import type { DistinctMention } from './distinct-mentions.ts'
import { STORED_COLUMNS, type StoredRow } from './stored-row.ts'

/** A tweet's row, and the time at which it counts in summaries. */
export interface StoredTweet {
  readonly id: string
  readonly countedAt: Date
  /** The tweet has no time of its own and counts at the time it was stored. */
  readonly isUndated: boolean
}

/** A stored tweet, with this model's classification of it about the requested entity if one exists. */
export interface StoredMention {
  readonly tweet: StoredTweet
  readonly classification: StoredRow | null
  /** The mention's entity if only imports have claimed the mention; null if a call has requested it or no import brought it. */
  readonly importedEntityId: string | null
}

type FoundRow = Omit<StoredRow, 'id'> & {
  /** In the list of wanted mentions, from 1. */
  readonly position: number
  readonly tweetId: string
  readonly countedAt: Date
  readonly isUndated: boolean
  readonly id: string | null
  readonly importedEntityId: string | null
}

/** Lateral subqueries keep the planner at one index lookup a row, even if tables are small or have no statistics yet. */
const READ = `
  SELECT wanted.position::int, t.id AS "tweetId", t.counted_at AS "countedAt", t.is_undated AS "isUndated", claim.entity_id AS "importedEntityId", ${STORED_COLUMNS}
  FROM unnest($1::bytea[], $2::text[]) WITH ORDINALITY AS wanted (identity, entity_key, position)
  CROSS JOIN LATERAL (
    SELECT id, coalesce(posted_at, stored_at) AS counted_at, posted_at IS NULL AS is_undated FROM tweet
    WHERE identity = wanted.identity LIMIT 1
  ) AS t
  LEFT JOIN entity e ON e.key = wanted.entity_key
  LEFT JOIN LATERAL (
    SELECT * FROM classification
    WHERE tweet_id = t.id AND entity_id = coalesce(e.alias_of_id, e.id) AND model_version_id = $3 LIMIT 1
  ) AS c ON true
  LEFT JOIN LATERAL (
    SELECT entity_id FROM import_mention WHERE tweet_id = t.id AND entity_id = coalesce(e.alias_of_id, e.id) LIMIT 1
  ) AS claim ON true`

const IDENTITY_BYTES = 32

/** The mentions whose tweet is stored, by key. */
export async function readStored(
  pool: Pool,
  mentions: readonly DistinctMention[],
  modelVersionId: string,
): Promise<ReadonlyMap<string, StoredMention>> {
  // A tweet without any id is always new.
  const candidates = mentions.filter(({ request }) => request.source.kind !== 'none')
  if (candidates.length === 0) return new Map()
  const { rows } = await pool.query<FoundRow>({
    name: 'read stored',
    text: READ,
    values: [
      bytesArray(
        candidates.map(({ identity }) => identity),
        IDENTITY_BYTES,
      ),
      textArray(candidates.map(({ request }) => request.entityKey)),
      modelVersionId,
    ],
  })
  return new Map(
    rows.map(row => {
      const { position, id, tweetId, countedAt, isUndated, importedEntityId } = row
      const classification = id === null ? null : { ...row, id }
      return [
        candidates[position - 1]?.key ?? '',
        { tweet: { id: tweetId, countedAt, isUndated }, classification, importedEntityId },
      ]
    }),
  )
}
