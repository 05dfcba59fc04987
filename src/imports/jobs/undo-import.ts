import type { Pool, PoolClient } from 'pg'
import { type MentionKey, removeEntities, removeMentions } from '../../classification/removal/remove-mentions.ts'
import { LostJobError, type Runner } from '../../jobs/lease.ts'
import { rest } from '../../jobs/priority.ts'
import { inTransaction } from '../../storage/transaction.ts'
import type { AnnounceImport } from './record-progress.ts'

export interface UndoContext {
  readonly pool: Pool
  readonly runner: Runner
  /** Mentions in one transaction. */
  readonly batchSize: number
  /** Working time over all time, above 0 up to 1. */
  readonly dutyCycle: number
  readonly now: () => Date
  readonly announce: AnnounceImport
  /** Stops undoing, which can be resumed. */
  readonly signal: AbortSignal
}

/** Locks claims in the order of their key, as `takeClaims` does: one transaction waits for the other, and then sees its result. */
const LOCK = `
  SELECT tweet_id AS "tweetId", entity_id AS "entityId" FROM import_mention
  WHERE import_id = $1 ORDER BY tweet_id, entity_id LIMIT $2 FOR UPDATE`

const RELEASE_CLAIMS = `
  DELETE FROM import_mention AS claim USING unnest($2::uuid[], $3::uuid[]) AS given (tweet_id, entity_id)
  WHERE claim.import_id = $1 AND claim.tweet_id = given.tweet_id AND claim.entity_id = given.entity_id`

/** The mentions on which no other import has a claim. */
const UNCLAIMED = `
  SELECT given.tweet_id AS "tweetId", given.entity_id AS "entityId"
  FROM unnest($1::uuid[], $2::uuid[]) AS given (tweet_id, entity_id)
  WHERE NOT EXISTS (
    SELECT FROM import_mention AS claim WHERE claim.tweet_id = given.tweet_id AND claim.entity_id = given.entity_id)`

const ADVANCE = `
  UPDATE import_job SET removed = removed + $4, leased_until = now() + $3 * interval '1 millisecond'
  WHERE id = $1 AND runner_id = $2 AND status = 'UNDOING'`

const END = `
  UPDATE import_job SET status = 'UNDONE', undone_at = $3, runner_id = NULL, leased_until = NULL
  WHERE id = $1 AND runner_id = $2 AND status = 'UNDOING'`

/**
 * Removes the mentions that only this import has claimed: their classifications and labels, then tweets and entities without any mention.
 * Each batch is one transaction, so undoing can be killed at any time and resumed. Stops at the signal. Throws `LostJobError` if another
 * process has taken it over.
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
  const { rows: claims } = await client.query<MentionKey>(LOCK, [importId, batchSize])
  if (claims.length === 0) return false
  await client.query(RELEASE_CLAIMS, [importId, ...columnsOf(claims)])
  // A separate statement, because its snapshot has the commits of transactions that held these locks before.
  const { rows: unclaimed } = await client.query<MentionKey>(UNCLAIMED, columnsOf(claims))
  await removeMentions(client, unclaimed)
  await removeEntities(client, [...new Set(unclaimed.map(({ entityId }) => entityId))])
  const { rowCount } = await client.query(ADVANCE, [importId, runner.id, runner.leaseMs, unclaimed.length])
  if (rowCount !== 1) throw new LostJobError()
  return true
}

const columnsOf = (pairs: readonly MentionKey[]) => [
  pairs.map(({ tweetId }) => tweetId),
  pairs.map(({ entityId }) => entityId),
]
