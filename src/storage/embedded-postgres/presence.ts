import pg from 'pg'
import { SESSION_SETTINGS } from '../database-url.ts'
import { DATABASE, SUPERUSER } from './cluster.ts'
import { SOCKET_PORT } from './settings.ts'

/**
 * Every user of the server holds this lock in shared mode, each in its own session. The operating system ends the
 * session of a killed process, and with it the lock, so the count is always correct.
 */
const PRESENCE_LOCK = 72_707_370
const CONNECT_TIMEOUT_MS = 5_000

/** Marks this process as a user of the server, as long as the session lives. */
export interface Presence {
  /** Resolves when the session ends, for any reason. */
  readonly ended: Promise<void>
  /**
   * Releases the shared lock. True if no other process holds it: the caller then has it exclusively, newcomers wait,
   * and the caller must stop the server.
   */
  giveUp(): Promise<boolean>
  end(): Promise<void>
}

/** Throws if the server does not accept sessions, or stops while we wait for the lock. */
export async function enterServer(socketDirectory: string): Promise<Presence> {
  const client = new pg.Client({
    host: socketDirectory,
    port: SOCKET_PORT,
    user: SUPERUSER,
    database: DATABASE,
    ssl: false,
    options: SESSION_SETTINGS,
    application_name: 'pulso presence',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  const ended = new Promise<void>(resolve => client.once('end', resolve))
  // A lost connection is an ordinary end; without a listener, the event would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK])
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  return {
    ended,
    giveUp: async () => {
      await client.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK])
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS "isAlone"', [PRESENCE_LOCK])
      return rows[0]?.isAlone === true
    },
    end: () => client.end(),
  }
}
