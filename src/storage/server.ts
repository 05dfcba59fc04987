import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { UsageError } from '../problem/problem.ts'
import { isNotAcceptingYet } from './connection-failure.ts'

/** A database server that we use, ours or another's. */
export interface Server {
  /** For the `pg` driver, session settings included. */
  readonly url: string
  /** What may be printed: no password. */
  readonly location: string
  /** Begins a sentence to whoever has to mend it. */
  readonly name: string
  /** After the last session was ended. */
  leave(): Promise<void>
}

const OLDEST_VERSION = 150_000
const STARTING_TIMEOUT_MS = 30_000
const RETRY_MS = 200

/** A server that is still starting, as after a power cut, is worth some patience; one that is not there is not. */
export async function connectWhenStarted(pool: Pool): Promise<PoolClient> {
  const deadline = performance.now() + STARTING_TIMEOUT_MS
  for (;;) {
    try {
      return await pool.connect()
    } catch (error) {
      if (!isNotAcceptingYet(error) || performance.now() > deadline) throw error
      await pause(RETRY_MS)
    }
  }
}

/** Throws a `UsageError` where the server is too old for our SQL, or keeps text in another encoding. */
export async function checkServer(client: PoolClient, { name }: Server): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
       current_setting('server_encoding') AS encoding`,
  )
  const [found] = rows
  if (found === undefined) throw new Error('The server did not say its version.')
  if (found.number < OLDEST_VERSION) {
    throw new UsageError(`${name} is PostgreSQL ${found.version}; Pulso needs 15 or later.`)
  }
  if (found.encoding !== 'UTF8') {
    throw new UsageError(
      `${name} stores text as ${found.encoding}; Pulso needs UTF8: create it with ENCODING 'UTF8' TEMPLATE template0.`,
    )
  }
}

/** Throws a `UsageError` where nothing could be stored: a standby, a database set to read-only, tables of another role. */
export async function checkWritable(client: PoolClient, { name }: Server): Promise<void> {
  const { rows } = await client.query<{ isReadOnly: boolean; mayWrite: boolean }>(
    `SELECT current_setting('transaction_read_only')::boolean AS "isReadOnly",
       has_table_privilege('classification', 'INSERT') AND has_table_privilege('model_version', 'INSERT, UPDATE') AS "mayWrite"`,
  )
  const [found] = rows
  if (found?.isReadOnly === true) {
    throw new UsageError(
      `${name} is read-only: name one that takes writes, not a standby, and look at default_transaction_read_only.`,
    )
  }
  if (found?.mayWrite === false) {
    throw new UsageError(
      `${name} does not let this user write to its tables: use the role that owns them, or grant it the rights.`,
    )
  }
}
