import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Config } from '../config.ts'
import { UsageError } from '../problem.ts'
import { isNotAcceptingYet, unreachableDatabase } from './connection-failure.ts'
import { parseDatabaseUrl } from './database-url.ts'
import { joinEmbeddedServer } from './embedded-postgres/join-server.ts'
import { PrismaClient } from './generated/client/client.ts'
import type { Log } from './log.ts'
import { migrate, readMigrations } from './migrate.ts'
import type { Server } from './server.ts'

/** The open database: the only way to it. */
export interface Storage {
  readonly prisma: PrismaClient
  /** The same connections for SQL of our own. */
  readonly pool: pg.Pool
  /** What to print: the data directory of the embedded database, or host, port and database of another. */
  readonly location: string
  /** Ends the sessions; stops the embedded server if nobody else uses it. */
  close(): Promise<void>
}

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url))
const OLDEST_SERVER = 150_000
const CONNECT_TIMEOUT_MS = 10_000
const STARTING_TIMEOUT_MS = 30_000
const POOL_SIZE = 10

/**
 * Opens the database that the configuration names, starting the embedded one where it names none, and brings its tables up to
 * date. Throws a `UsageError` where that cannot work: unreachable, unknown, too old, or newer than the code.
 */
export async function openStorage(
  config: Pick<Config, 'databaseUrl' | 'dataDirectory'>,
  log: Log = () => {},
): Promise<Storage> {
  const server =
    config.databaseUrl === null ? await joinEmbeddedServer(config.dataDirectory, log) : external(config.databaseUrl)
  const pool = new pg.Pool({
    connectionString: server.url,
    application_name: 'pulso',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    max: POOL_SIZE,
  })
  // An idle session whose server goes away must not end the process; the next query says what happened.
  pool.on('error', error => log(`A database session ended: ${error.message}`))
  try {
    await prepare(pool)
  } catch (error) {
    await pool.end()
    await server.leave()
    throw error instanceof UsageError || config.databaseUrl === null
      ? error
      : unreachableDatabase(error, server.location)
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    prisma,
    pool,
    location: server.location,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
      await server.leave()
    },
  }
}

function external(databaseUrl: string): Server {
  const { connectionString, location } = parseDatabaseUrl(databaseUrl)
  return { url: connectionString, location, leave: async () => {} }
}

async function prepare(pool: pg.Pool): Promise<void> {
  const client = await connectWhenStarted(pool, performance.now() + STARTING_TIMEOUT_MS)
  try {
    await checkServer(client)
    await migrate(client, await readMigrations(MIGRATIONS))
  } finally {
    client.release()
  }
}

/** A server that is still starting, as after a power cut, is worth a moment of patience; one that is not there is not. */
async function connectWhenStarted(pool: pg.Pool, deadline: number): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    if (!isNotAcceptingYet(error) || performance.now() > deadline) throw error
    await new Promise(resolve => setTimeout(resolve, 200))
    return connectWhenStarted(pool, deadline)
  }
}

async function checkServer(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
       current_setting('server_encoding') AS encoding`,
  )
  const [server] = rows
  if (server === undefined) throw new Error('The server did not say its version.')
  if (server.number < OLDEST_SERVER) {
    throw new UsageError(`The database (DATABASE_URL) is PostgreSQL ${server.version}; Pulso needs 15 or later.`)
  }
  if (server.encoding !== 'UTF8') {
    throw new UsageError(
      `The database (DATABASE_URL) stores text as ${server.encoding}; Pulso needs UTF8: create it with ENCODING 'UTF8'.`,
    )
  }
}
