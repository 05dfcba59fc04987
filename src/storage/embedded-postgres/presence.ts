import pg from 'pg'
import { SUPERUSER } from './cluster.ts'
import { SOCKET_PORT } from './settings.ts'

/**
 * Everyone who uses the server holds this lock in shared mode, in one session of the database `postgres`. The operating system
 * ends the session of a killed process, and with it the lock, so the count is never wrong.
 */
const PRESENCE_LOCK = 72_707_370
const CONNECT_TIMEOUT_MS = 5_000

/** "I use this server", for as long as the session lives. */
export interface Presence {
  /** When the session is over, for whatever reason. */
  readonly ended: Promise<void>
  ensureDatabase(name: string): Promise<void>
  /**
   * Gives the shared lock back. True where nobody else holds it: then the caller has it alone, newcomers wait, and it is the caller's
   * part to stop the server.
   */
  giveUp(): Promise<boolean>
  end(): Promise<void>
}

/** Throws where the server does not accept sessions, or stops while we wait for the lock. */
export async function enterServer(socketDirectory: string): Promise<Presence> {
  const client = new pg.Client({
    host: socketDirectory,
    port: SOCKET_PORT,
    user: SUPERUSER,
    database: 'postgres',
    ssl: false,
    application_name: 'pulso presence',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  const ended = new Promise<void>(resolve => client.once('end', resolve))
  // A lost connection is an ordinary end here; without a listener it would end the process.
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
    ensureDatabase: async name => {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
      if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch(unlessItExists)
    },
    giveUp: async () => {
      await client.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK])
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS "isAlone"', [PRESENCE_LOCK])
      return rows[0]?.isAlone === true
    },
    end: () => client.end(),
  }
}

/** Two processes that create it at once: one is told so in either of two ways, and there is a database all the same. */
function unlessItExists(error: unknown): void {
  const isThere = error instanceof pg.DatabaseError && ['42P04', '23505'].includes(error.code ?? '')
  if (!isThere) throw error
}
