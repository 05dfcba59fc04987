import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { UsageError } from '../problem/problem.ts'
import { isNotAcceptingYet } from './connection-failure.ts'

/** A database server, embedded or external. */
export interface Server {
  /** For the `pg` driver, with session settings. */
  readonly url: string
  /** Safe to print: without a password. */
  readonly location: string
  /** The subject of messages to the operator. */
  readonly name: string
  /** Called after the last session has ended. */
  leave(): Promise<void>
}

const OLDEST_VERSION = 150_000
const STARTING_TIMEOUT_MS = 30_000
const RETRY_MS = 200

/** Waits for a server that is still starting, for instance after a power cut, but not for a missing one. */
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

/** Throws a `UsageError` if the server is too old for our SQL, or stores text in another encoding. */
export async function checkServer(client: PoolClient, { name }: Server): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
       current_setting('server_encoding') AS encoding`,
  )
  const [found] = rows
  if (found === undefined) throw new Error('The server did not report its version.')
  if (found.number < OLDEST_VERSION) {
    throw new UsageError(`${name} is PostgreSQL ${found.version}; Pulso needs 15 or later.`)
  }
  if (found.encoding !== 'UTF8') {
    throw new UsageError(
      `${name} stores text as ${found.encoding}; Pulso needs UTF8: create it with ENCODING 'UTF8' TEMPLATE template0.`,
    )
  }
}

/** Throws a `UsageError` if nothing can be stored: a standby, a read-only database, tables of another role. */
export async function checkWritable(client: PoolClient, { name }: Server): Promise<void> {
  const { rows } = await client.query<{ isReadOnly: boolean; mayWrite: boolean }>(
    `SELECT current_setting('transaction_read_only')::boolean AS "isReadOnly",
       has_table_privilege('classification', 'INSERT') AND has_table_privilege('model_version', 'INSERT, UPDATE') AS "mayWrite"`,
  )
  const [found] = rows
  if (found?.isReadOnly === true) {
    throw new UsageError(
      `${name} is read-only: use a primary server instead of a standby, and check default_transaction_read_only.`,
    )
  }
  if (found?.mayWrite === false) {
    throw new UsageError(
      `${name} does not let this user write to its tables: use the role that owns them, or grant the privileges.`,
    )
  }
}
