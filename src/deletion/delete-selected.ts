import type { Pool, PoolClient } from 'pg'
import { type MentionKey, removeEntities, removeMentions } from '../classification/removal/remove-mentions.ts'
import { rest } from '../jobs/priority.ts'
import { inTransaction } from '../storage/transaction.ts'
import type { DeletionCounts } from './count-selected.ts'
import { queryOf, type Selection } from './selection.ts'

/** Tweets in one transaction. */
const BATCH = 500

const MENTIONS = `
  SELECT DISTINCT c.tweet_id AS "tweetId", c.entity_id AS "entityId", resolved.tweet_id IS NOT NULL AS "isLabelled"
  FROM classification AS c
  LEFT JOIN resolved_label AS resolved ON resolved.tweet_id = c.tweet_id AND resolved.entity_id = c.entity_id
  WHERE c.tweet_id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR c.entity_id = $2)`

/** A row that an import rejected may have the text of a stored tweet. */
const REMOVE_REJECTED = `
  DELETE FROM import_reject WHERE cells && (SELECT array_agg(text) FROM tweet WHERE id = ANY($1::uuid[]))`

export interface DeletionPace {
  /** No further batch is begun. */
  readonly signal?: AbortSignal
  /** Batches after which it stops, although more may be left. */
  readonly mostBatches?: number
  /** Working time over all time, above 0 up to 1. */
  readonly dutyCycle?: number
  /** After each batch, with the sums so far. */
  readonly onBatch?: (counts: DeletionCounts) => void
}

export interface Deleted extends DeletionCounts {
  /** Nothing that was selected is left. */
  readonly isComplete: boolean
}

/**
 * Deletes selected tweets with their mentions, labels and counts; of an entity, its mentions and the tweets that have no other one. Each batch
 * is one transaction: if the process is killed, the same call deletes the rest. Search and terms follow within seconds.
 */
export async function deleteSelected(pool: Pool, selection: Selection, pace: DeletionPace = {}): Promise<Deleted> {
  const { signal = new AbortController().signal, mostBatches = Number.POSITIVE_INFINITY, dutyCycle = 1, onBatch } = pace
  let sums: DeletionCounts = { tweetCount: 0, mentionCount: 0, labelCount: 0 }
  for (let batch = 0; batch < mostBatches && !signal.aborted; batch++) {
    const startedAt = performance.now()
    const removed = await inTransaction(pool, client => deleteBatch(client, selection))
    if (removed === null) return { ...sums, isComplete: true }
    sums = {
      tweetCount: sums.tweetCount + removed.tweetCount,
      mentionCount: sums.mentionCount + removed.mentionCount,
      labelCount: sums.labelCount + removed.labelCount,
    }
    onBatch?.(sums)
    await rest(performance.now() - startedAt, dutyCycle, signal)
  }
  return { ...sums, isComplete: false }
}

/** Null if nothing is selected any more. */
async function deleteBatch(client: PoolClient, selection: Selection): Promise<DeletionCounts | null> {
  const { text, value } = queryOf(selection)
  const { rows } = await client.query<{ tweet_id: string }>(text(String(BATCH)), [value])
  const ids = rows.map(({ tweet_id }) => tweet_id)
  const entityId = selection.kind === 'entity' ? selection.entityId : null
  if (ids.length > 0) {
    // In the order of the ids, as all writers lock tweets.
    await client.query('SELECT FROM tweet WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids])
    const { rows: mentions } = await client.query<MentionKey & { readonly isLabelled: boolean }>(MENTIONS, [
      ids,
      entityId,
    ])
    if (entityId === null) await client.query(REMOVE_REJECTED, [ids])
    const tweetCount = await removeMentions(client, mentions, ids)
    return {
      tweetCount,
      mentionCount: mentions.length,
      labelCount: mentions.filter(({ isLabelled }) => isLabelled).length,
    }
  }
  if (entityId !== null) await removeEntities(client, [entityId])
  return null
}
