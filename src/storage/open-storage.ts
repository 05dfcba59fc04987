import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { isOperational, unusableDatabase } from './connection-failure.ts'
import { openDatabaseClock } from './database-clock.ts'
import { parseDatabaseUrl } from './database-url.ts'
import { joinEmbeddedServer } from './embedded-postgres/join-server.ts'
import { PrismaClient } from './generated/client/client.ts'
import { openListener } from './listener.ts'
import { migrate, readMigrations } from './migrate.ts'
import { checkServer, checkWritable, connectWhenStarted, type Server } from './server.ts'
import type { Log, Storage } from './storage.ts'

export interface StorageOptions {
  /** Null for the embedded server. */
  readonly databaseUrl: string | null
  /** Of the embedded server; null for the default directory. */
  readonly dataDirectory: string | null
  /** Later migrations are left for another time; null or omitted for none. */
  readonly lastMigration?: string | null
}

/** The migrations of this version. */
export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url))
const CONNECT_TIMEOUT_MS = 10_000
const POOL_SIZE = 10
const BULK_POOL_SIZE = 2
/** Far above the duration of a statement; a database that is silent this long is unavailable. */
const QUERY_TIMEOUT_MS = 15_000
/**
 * The database gives up slightly earlier on its own. Otherwise the session, its locks and its connection would outlive
 * the request.
 */
const STATEMENT_TIMEOUT_MS = 14_000
const LOCK_TIMEOUT_MS = 12_000

/**
 * Opens the configured database, or starts the embedded one, and brings its tables up to date. Throws a `UsageError` if
 * that is impossible: unreachable, unknown, too old, or newer than the code.
 * @param wallClock the clock of this process, in milliseconds.
 */
export async function openStorage(
  { databaseUrl, dataDirectory, lastMigration = null }: StorageOptions,
  log: Log = () => {},
  wallClock: () => number = Date.now,
): Promise<Storage> {
  const server =
    databaseUrl === null ? await joinEmbeddedServer(dataDirectory, log) : serverAt(parseDatabaseUrl(databaseUrl))
  try {
    await prepare(server, log, lastMigration)
  } catch (error) {
    await server.leave()
    throw error
  }
  const limits = {
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
  }
  const pool = openPool(server, log, { ...limits, max: POOL_SIZE })
  const bulkPool = openPool(server, log, { ...limits, max: BULK_POOL_SIZE })
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  const clock = await openDatabaseClock(pool, wallClock)
  return {
    prisma,
    pool,
    bulkPool,
    now: clock.now,
    listen: options => openListener(server.url, options),
    location: server.location,
    close: async () => {
      clock.stop()
      await prisma.$disconnect()
      await Promise.all([pool.end(), bulkPool.end()])
      await server.leave()
    },
  }
}

const serverAt = ({ connectionString, location }: ReturnType<typeof parseDatabaseUrl>): Server => ({
  url: connectionString,
  location,
  name: `The database at ${location} (DATABASE_URL)`,
  leave: async () => {},
})

function openPool(server: Server, log: Log, settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: server.url,
    application_name: 'pulso',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...settings,
  })
  // An idle session whose server disappears must not end the process; the next query reports the failure. A pool that
  // is closing does not report it.
  pool.on('error', error => {
    if (!pool.ending) log(`A database session ended: ${error.message}`)
  })
  return pool
}

/** In its own session, because a migration may take any time. */
async function prepare(server: Server, log: Log, lastMigration: string | null): Promise<void> {
  const pool = openPool(server, log, { max: 1 })
  try {
    await prepareTables(pool, server, lastMigration)
  } finally {
    await pool.end()
  }
}

async function prepareTables(pool: pg.Pool, server: Server, lastMigration: string | null): Promise<void> {
  const client = await connectWhenStarted(pool).catch(error => {
    throw unusableDatabase(error, server)
  })
  // A broken session also emits an event; the running query already reports the failure.
  const ignore = () => {}
  client.on('error', ignore)
  try {
    await checkServer(client, server)
    const migrations = await readMigrations(MIGRATIONS)
    await migrate(client, lastMigration === null ? migrations : migrations.filter(({ name }) => name <= lastMigration))
    await checkWritable(client, server)
  } catch (error) {
    throw isOperational(error) ? unusableDatabase(error, server) : error
  } finally {
    client.off('error', ignore)
    client.release()
  }
}
