import type { PoolClient } from 'pg'
import { lockMerging } from '../entities/merging/lock-merging.ts'
import { longStatement } from '../storage/long-statement.ts'

/** $1 is a model version. Reads two indexes side by side, and stops at the first mention without a classification by it. */
const IS_INCOMPLETE = `
  SELECT EXISTS (
    SELECT 1 FROM classification AS other
    WHERE other.model_version_id <> $1 AND NOT EXISTS (
      SELECT 1 FROM classification AS own
      WHERE own.tweet_id = other.tweet_id AND own.entity_id = other.entity_id AND own.model_version_id = $1)
  ) AS "isIncomplete"`

/** Whether a version has classified every mention that this transaction sees. */
export async function isComplete(client: PoolClient, modelVersionId: string): Promise<boolean> {
  const { rows } = await longStatement<{ isIncomplete: boolean }>(client, IS_INCOMPLETE, [modelVersionId])
  return rows[0]?.isIncomplete === false
}

/**
 * Blocks writes of classifications until the transaction ends; reads continue. Waits for current writers. A merge of entities may write for a
 * minute, so it waits for a merge before it locks the table: writers would otherwise queue behind the waiting lock.
 */
export async function stopWriting(client: PoolClient): Promise<void> {
  await lockMerging(client)
  await client.query('LOCK TABLE classification IN SHARE ROW EXCLUSIVE MODE')
}
