import type { Pool } from 'pg'
import { bytesArray, textArray } from '../storage/array-parameters.ts'
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
  /** Of the mention's entity, where an import brought the mention and no call has asked for it since; else null. */
  readonly importedEntityId: string | null
}

type FoundRow = Omit<StoredRow, 'id'> & {
  /** Among those that were asked about, from 1. */
  readonly place: number
  readonly tweetId: string
  readonly countedAt: Date
  readonly id: string | null
  readonly importedEntityId: string | null
}

/** A subquery for each row keeps the planner at one look into the index for each, however small or unmeasured the tables are. */
const READ = `
  SELECT wanted.place::int, t.id AS "tweetId", t.counted_at AS "countedAt", share.entity_id AS "importedEntityId", ${STORED_COLUMNS}
  FROM unnest($1::bytea[], $2::text[]) WITH ORDINALITY AS wanted (identity, entity_key, place)
  CROSS JOIN LATERAL (
    SELECT id, coalesce(posted_at, stored_at) AS counted_at FROM tweet
    WHERE identity = wanted.identity LIMIT 1
  ) AS t
  LEFT JOIN entity e ON e.key = wanted.entity_key
  LEFT JOIN LATERAL (
    SELECT * FROM classification
    WHERE tweet_id = t.id AND entity_id = coalesce(e.alias_of_id, e.id) AND model_version_id = $3 LIMIT 1
  ) AS c ON true
  LEFT JOIN LATERAL (
    SELECT entity_id FROM import_mention WHERE tweet_id = t.id AND entity_id = coalesce(e.alias_of_id, e.id) LIMIT 1
  ) AS share ON true`

const IDENTITY_BYTES = 32

/** Those of the mentions whose tweet is stored, by key. */
export async function readStored(
  pool: Pool,
  mentions: readonly DistinctMention[],
  modelVersionId: string,
): Promise<ReadonlyMap<string, StoredMention>> {
  // A tweet without an id of any kind is always new.
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
      const { place, id, tweetId, countedAt, importedEntityId } = row
      const classification = id === null ? null : { ...row, id }
      return [candidates[place - 1]?.key ?? '', { tweet: { id: tweetId, countedAt }, classification, importedEntityId }]
    }),
  )
}
