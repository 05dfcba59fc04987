import type { Pool } from 'pg'
import type { PrismaClient } from './generated/client/client.ts'
import type { Listener, ListenerOptions } from './listener.ts'

/** The open database, the only access to it. */
export interface Storage {
  readonly prisma: PrismaClient
  /** The same connections for our own SQL. */
  readonly pool: Pool
  /** A few further connections for downloads of any length, opened when needed: they never take those of requests. */
  readonly bulkPool: Pool
  /** The clock of all stored times: that of the database, so that processes whose own clocks differ agree. */
  readonly now: () => Date
  /** Receives notifications (NOTIFY) in a dedicated session. Close it before the storage. */
  listen(options: ListenerOptions): Listener
  /** Safe to print: the data directory of the embedded database, or host, port and database of an external one. */
  readonly location: string
  /** Ends the sessions; stops the embedded server if no other process uses it. */
  close(): Promise<void>
}

/** Reports a fact to the operator: one line, without a newline. */
export type Log = (message: string) => void
