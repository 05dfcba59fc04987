import type { Pool, PoolClient } from 'pg'
import { LostJobError, type Runner } from '../../jobs/lease.ts'
import { rest } from '../../jobs/priority.ts'
import { failureCode } from '../../storage/connection-failure.ts'
import { NO_ENTITY_ID } from '../../storage/no-entity.ts'
import { inTransaction } from '../../storage/transaction.ts'
import type { AnnounceImport } from './record-progress.ts'

export interface UndoContext {
  readonly pool: Pool
  readonly runner: Runner
  /** Mentions in one transaction. */
  readonly batchSize: number
  /** Part of the time that it may use, above 0 up to 1. */
  readonly dutyCycle: number
  readonly now: () => Date
  readonly announce: AnnounceImport
  /** Asks to stop; it can be taken up again. */
  readonly signal: AbortSignal
}

interface Pair {
  readonly tweetId: string
  readonly entityId: string
}

/** In the order of their key, as whoever asks for a mention locks them: one waits for the other, and sees what came of it. */
const LOCK = `
  SELECT tweet_id AS "tweetId", entity_id AS "entityId" FROM import_mention
  WHERE import_id = $1 ORDER BY tweet_id, entity_id LIMIT $2 FOR UPDATE`

const GIVE_UP = `
  DELETE FROM import_mention AS share USING unnest($2::uuid[], $3::uuid[]) AS given (tweet_id, entity_id)
  WHERE share.import_id = $1 AND share.tweet_id = given.tweet_id AND share.entity_id = given.entity_id`

/** In which no other import has a share. */
const FREE = `
  SELECT given.tweet_id AS "tweetId", given.entity_id AS "entityId"
  FROM unnest($1::uuid[], $2::uuid[]) AS given (tweet_id, entity_id)
  WHERE NOT EXISTS (
    SELECT FROM import_mention AS share WHERE share.tweet_id = given.tweet_id AND share.entity_id = given.entity_id)`

const REMOVE = (table: 'classification' | 'imported_label') => `
  DELETE FROM ${table} AS kept USING unnest($1::uuid[], $2::uuid[]) AS gone (tweet_id, entity_id)
  WHERE kept.tweet_id = gone.tweet_id AND kept.entity_id = gone.entity_id`

const ADVANCE = `
  UPDATE import_job SET removed = removed + $4, leased_until = now() + $3 * interval '1 millisecond'
  WHERE id = $1 AND runner_id = $2 AND status = 'UNDOING'`

const END = `
  UPDATE import_job SET status = 'UNDONE', undone_at = $3, runner_id = NULL, leased_until = NULL
  WHERE id = $1 AND runner_id = $2 AND status = 'UNDOING'`

/**
 * Removes what an import brought and nobody else has asked for since: classifications with their labels, then tweets and entities that
 * nothing is left of. Each batch is one transaction, so that it can be killed anywhere. Stops at the signal.
 */
export async function undoImport(context: UndoContext, importId: string): Promise<void> {
  const { pool, runner, dutyCycle, now, announce, signal } = context
  while (!signal.aborted) {
    const startedAt = performance.now()
    const isMore = await inTransaction(pool, client => undoBatch(client, context, importId))
    if (!isMore) {
      await pool.query(END, [importId, runner.id, now()])
      announce(importId)
      return
    }
    announce(importId)
    await rest(performance.now() - startedAt, dutyCycle, signal)
  }
}

async function undoBatch(client: PoolClient, { runner, batchSize }: UndoContext, importId: string): Promise<boolean> {
  const { rows: shares } = await client.query<Pair>(LOCK, [importId, batchSize])
  if (shares.length === 0) return false
  await client.query(GIVE_UP, [importId, ...columnsOf(shares)])
  // Another statement sees what those have committed who held these rows before us.
  const { rows: free } = await client.query<Pair>(FREE, columnsOf(shares))
  await client.query(REMOVE('classification'), columnsOf(free))
  await client.query(REMOVE('imported_label'), columnsOf(free))
  await removeTweets(client, distinct(free.map(({ tweetId }) => tweetId)))
  await removeEntities(client, distinct(free.map(({ entityId }) => entityId)))
  const { rowCount } = await client.query(ADVANCE, [importId, runner.id, runner.leaseMs, free.length])
  if (rowCount !== 1) throw new LostJobError()
  return true
}

/** Whoever refers to a locked row waits, and finds it gone; what was committed before the lock is seen by the statement behind it. */
async function removeTweets(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query('SELECT FROM tweet WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids])
  await client.query(
    'DELETE FROM tweet WHERE id = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM classification WHERE tweet_id = tweet.id)',
    [ids],
  )
}

/** Foreign keys that restrict; PostgreSQL 18 tells them from others by a code of their own. */
const REFERRED_TO: ReadonlySet<string | null> = new Set(['23001', '23503'])

/** An entity without a mention was never there. One that something else refers to, such as another name for it, stays. */
async function removeEntities(client: PoolClient, ids: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM entity
     WHERE id = ANY($1::uuid[]) AND id <> $2 AND NOT EXISTS (SELECT FROM classification WHERE entity_id = entity.id)
     ORDER BY id FOR UPDATE`,
    [ids, NO_ENTITY_ID],
  )
  for (const { id } of rows) {
    await client.query('SAVEPOINT entity')
    try {
      await client.query(
        'DELETE FROM entity WHERE id = $1 AND NOT EXISTS (SELECT FROM classification WHERE entity_id = entity.id)',
        [id],
      )
    } catch (error) {
      if (!REFERRED_TO.has(failureCode(error))) throw error
      await client.query('ROLLBACK TO SAVEPOINT entity')
    }
    await client.query('RELEASE SAVEPOINT entity')
  }
}

const columnsOf = (pairs: readonly Pair[]) => [
  pairs.map(({ tweetId }) => tweetId),
  pairs.map(({ entityId }) => entityId),
]

const distinct = (ids: readonly string[]) => [...new Set(ids)]
