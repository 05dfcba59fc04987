import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'

const TIMEOUT_MS = 30_000

/** Waits until everything stored so far is indexed. Throws after 30 s. */
export async function whenIndexed(pool: Pool): Promise<void> {
  for (const until = Date.now() + TIMEOUT_MS; Date.now() < until; await pause(50)) {
    if ((await pool.query('SELECT 1 FROM indexing_queue LIMIT 1')).rowCount === 0) return
  }
  throw new Error('The indexing queue is still not empty.')
}
