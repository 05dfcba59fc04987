import type { Pool, PoolClient } from 'pg'
import { longStatement } from '../../storage/long-statement.ts'

/** Any number that no other advisory lock uses. */
const MERGING = 72_707_371

/** Allows one merge at a time in the whole database, until the transaction ends. */
export async function lockMerging(client: PoolClient): Promise<void> {
  await longStatement(client, 'SELECT pg_advisory_xact_lock($1)', [MERGING])
}

/** Returns when no merge is running. Another one may begin at once. */
export async function waitForMerge(pool: Pool): Promise<void> {
  await pool.query('SELECT pg_advisory_xact_lock_shared($1)', [MERGING])
}
