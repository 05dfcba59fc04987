import { realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseDatabaseUrl } from '../database-url.ts'
import type { Server } from '../server.ts'
import type { Log } from '../storage.ts'
import { DATABASE, SUPERUSER } from './cluster.ts'
import { chooseDataDirectory, type DataDirectory, hasData } from './data-directory.ts'
import { stopPostmaster } from './postmaster.ts'
import type { Presence } from './presence.ts'
import { type ReachedServer, reachServer } from './reach-server.ts'
import { SOCKET_PORT } from './settings.ts'

const CHECKOUT = fileURLToPath(new URL('../../../', import.meta.url))
const RETRY_MS = 5_000

/** Whether the embedded database was ever started. Starts nothing. */
export const hasEmbeddedDatabase = (dataDirectory: string | null): Promise<boolean> =>
  hasData(dataDirectory, realpathSync(CHECKOUT))

/**
 * Joins the embedded server of a data directory. Starts the server if necessary, and restarts it if it dies. The last
 * process that leaves stops it.
 *
 * @param dataDirectory null for the checkout's own directory.
 */
export async function joinEmbeddedServer(dataDirectory: string | null, log: Log): Promise<Server> {
  const directory = await chooseDataDirectory(dataDirectory, realpathSync(CHECKOUT))
  const leaving = new AbortController()
  const first = await reachServer(directory, leaving.signal)
  const kept = keepPresent(directory, first, leaving.signal, log)
  // Every parameter is given, because libpq variables in the caller's environment would replace missing ones.
  const url = `postgresql://${SUPERUSER}@localhost:${SOCKET_PORT}/${DATABASE}?sslmode=disable&host=${encodeURIComponent(first.socketDirectory)}`
  return {
    url: parseDatabaseUrl(url).connectionString,
    location: directory.path,
    name: `The embedded database in ${directory.path}`,
    leave: async () => {
      leaving.abort()
      await leave(await kept, directory, log)
    },
  }
}

/** Resolves after the signal to leave, with the presence to give up; null if the server is gone at that moment. */
async function keepPresent(
  directory: DataDirectory,
  first: ReachedServer,
  signal: AbortSignal,
  log: Log,
): Promise<Presence | null> {
  const told = new Promise<'told'>(resolve => signal.addEventListener('abort', () => resolve('told'), { once: true }))
  let presence: Presence | null = first.presence
  while (!signal.aborted) {
    if (presence !== null) {
      if ((await Promise.race([presence.ended, told])) === 'told') break
      log('The embedded database stopped; restarting it.')
    }
    presence = await reachServer(directory, signal).then(
      reached => reached.presence,
      async error => {
        if (!signal.aborted) log((error as Error).message)
        await pause(RETRY_MS, null, { signal }).catch(() => {})
        return null
      },
    )
  }
  return presence
}

async function leave(presence: Presence | null, { cluster }: DataDirectory, log: Log): Promise<void> {
  if (presence === null) return
  // A server that died does not need to be stopped.
  const isLast = await presence.giveUp().catch(() => false)
  if (isLast && !(await stopPostmaster(cluster)))
    log('The embedded database is taking long to stop; it will stop on its own.')
  await presence.end().catch(() => {})
}
