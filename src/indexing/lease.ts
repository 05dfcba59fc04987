import type { Pool, PoolClient } from 'pg'

/** A process that indexes while no other does. */
export interface Indexer {
  readonly id: string
  /** How long it may be silent before another takes its place. */
  readonly leaseMs: number
}

/** Clocks are the database's alone. The row stays locked until the transaction ends, so that a runner who was thought dead waits, and then finds out. */
const TAKE = `
  UPDATE indexing_lease SET runner_id = $1, leased_until = clock_timestamp() + $2 * interval '1 millisecond'
  WHERE runner_id = $1 OR runner_id IS NULL OR leased_until < clock_timestamp()`

const RELEASE = 'UPDATE indexing_lease SET runner_id = NULL, leased_until = NULL WHERE runner_id = $1'

/** Takes or renews the lease in the transaction that indexes; false where another process has it. */
export async function takeLease(client: PoolClient, { id, leaseMs }: Indexer): Promise<boolean> {
  const { rowCount } = await client.query({ name: 'take indexing lease', text: TAKE, values: [id, leaseMs] })
  return rowCount === 1
}

/** Lets another process go on at once. */
export const releaseLease = (pool: Pool, { id }: Indexer) => pool.query(RELEASE, [id])
