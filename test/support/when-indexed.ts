import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'

const PATIENCE_MS = 30_000

/** Waits until everything that is stored by now is indexed. */
export async function whenIndexed(pool: Pool): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    if ((await pool.query('SELECT 1 FROM indexing_queue LIMIT 1')).rowCount === 0) return
  }
  throw new Error('Something still waits to be indexed.')
}
