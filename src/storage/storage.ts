import type { Pool } from 'pg'
import type { PrismaClient } from './generated/client/client.ts'
import type { Listener, ListenerOptions } from './listener.ts'

/** The open database: the only way to it. */
export interface Storage {
  readonly prisma: PrismaClient
  /** The same connections for SQL of our own. */
  readonly pool: Pool
  /** Hears what is said by NOTIFY, in a session of its own. To be closed before the storage. */
  listen(options: ListenerOptions): Listener
  /** What to print: the data directory of the embedded database, or host, port and database of another. */
  readonly location: string
  /** Ends the sessions; stops the embedded server if nobody else uses it. */
  close(): Promise<void>
}

/** Reports something that an operator should know: one line, without a newline. */
export type Log = (message: string) => void
