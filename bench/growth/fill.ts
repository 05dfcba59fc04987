import { startProgress } from '../../src/cli/progress.ts'
import { entityKey } from '../../src/ml/language/entity-key.ts'
import type { Storage } from '../../src/storage/storage.ts'

const GROWTH_ENTITIES = 100
/** Fixed, so that a run that resumes on another day fills the same days. */
export const GROWTH_START = '2025-01-01T00:00:00Z'
export const GROWTH_DAYS = 365

const STATEMENT_ROWS = 20_000

/** The name of an entity by its rank; the first one has by far the most tweets. */
export const growthEntity = (rank: number) => `Brand ${String(rank).padStart(3, '0')}`

const ENTITIES = `
  INSERT INTO entity (id, name, key, created_at)
  SELECT gen_random_uuid(), name, key, now() FROM unnest($1::text[], $2::text[]) AS given (name, key) ON CONFLICT (key) DO NOTHING`

/**
 * One statement for tweets and classifications, so that both or none are stored. A tweet depends only on its number: $1
 * to $2 of the stage from $3 to $4, spread over the year in time order. An entity of rank k has a share of tweets
 * proportional to about 1 / k. The triggers count and queue as usual.
 */
const TWEETS = `
  WITH numbered AS (
    SELECT number, abs(hashint8(number)::bigint) AS noise,
      $5::timestamptz + make_interval(secs => $6 * (number - $3)::float8 / ($4 - $3)) AS posted_at
    FROM generate_series($1::bigint, $2::bigint - 1) AS number
  ), stored AS (
    INSERT INTO tweet (id, identity, external_id, text_hash, text, author, posted_at, stored_at)
    SELECT id, sha256(convert_to('growth ' || number, 'UTF8')), 'growth-' || number, sha256(convert_to(text, 'UTF8')), text, NULL, posted_at, posted_at
    FROM (
      SELECT number, posted_at, $7::text[] AS texts, noise,
        overlay(overlay(gen_random_uuid()::text placing lpad(to_hex((extract(epoch FROM posted_at) * 1000)::bigint >> 16), 8, '0') from 1)
          placing lpad(to_hex((extract(epoch FROM posted_at) * 1000)::bigint & 65535), 4, '0') from 10)::uuid AS id
      FROM numbered) AS timed
    CROSS JOIN LATERAL (SELECT texts[1 + noise % array_length(texts, 1)] || ' ' || number AS text) AS worded
    RETURNING id, external_id, posted_at
  )
  INSERT INTO classification (entity_id, id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
    is_uncertain, unknown_token_share, is_truncated, counted_at, created_at)
  SELECT named.id, stored.id, stored.id, $8::uuid, (ARRAY['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT'])[1 + noise % 4]::label,
    0.25, 0.25, 0.25, 0.25, 0.25 + 0.75 * (noise % 9973) / 9973.0, noise % 5 = 0, 0.05, false, stored.posted_at, stored.posted_at
  FROM stored
  CROSS JOIN LATERAL (SELECT abs(hashint8(split_part(external_id, '-', 2)::bigint + 7)::bigint) AS noise) AS drawn
  JOIN entity AS named ON named.key = 'brand' || lpad(floor(power(${GROWTH_ENTITIES}, (noise % 1000003) / 1000003.0))::text, 3, '0')
  ORDER BY stored.id`

/** Number of stored tweets: the sum of the counts, which is exact and fast. */
export async function countStored({ pool }: Storage): Promise<number> {
  const { rows } = await pool.query(
    'SELECT coalesce(sum(positive + neutral + negative + irrelevant), 0)::bigint AS stored FROM sentiment_rollup_daily',
  )
  return Number(rows[0].stored)
}

/** Fills the database up to a size, from the point at which an earlier run stopped. */
export async function fill(storage: Storage, from: number, to: number, texts: readonly string[]): Promise<void> {
  const { pool } = storage
  const names = Array.from({ length: GROWTH_ENTITIES }, (_, rank) => growthEntity(rank + 1))
  await pool.query(ENTITIES, [names, names.map(entityKey)])
  const shown = await pool.query('SELECT shown_id FROM model_selection')
  const seconds = GROWTH_DAYS * 86_400 - 1
  const startAt = await countStored(storage)
  const bar = startProgress({ label: `growth: to ${to.toLocaleString('en')}`, total: to, unit: 'tweets', startAt })
  try {
    for (let number = startAt; number < to; number += STATEMENT_ROWS) {
      const end = Math.min(number + STATEMENT_ROWS, to)
      await withoutTimeout(storage, TWEETS, [
        number,
        end,
        from,
        to,
        GROWTH_START,
        seconds,
        texts,
        shown.rows[0].shown_id,
      ])
      bar.update(end)
    }
  } finally {
    bar.stop()
  }
}

/** Runs a slow statement outside of the server's usual time limits, of which the database has its own. */
export async function withoutTimeout({ pool }: Storage, text: string, values: unknown[] = []): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SET statement_timeout = 0')
    await client.query({ text, values, query_timeout: 3_600_000 } as { text: string; values: unknown[] })
    await client.query('RESET statement_timeout')
  } finally {
    client.release()
  }
}
