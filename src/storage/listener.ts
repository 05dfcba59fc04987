import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** A dedicated session that listens on a channel of the database, and reconnects when it breaks. */
export interface Listener {
  close(): Promise<void>
}

export interface ListenerOptions {
  /** A plain word. */
  readonly channel: string
  readonly onPayload: (payload: string) => void
  /** Called when the session starts to listen, again after every reconnect. Notifications in between are lost. */
  readonly onListening: () => void
}

const CONNECT_TIMEOUT_MS = 10_000
const RETRY_MS = 500
/** A session whose other end vanished is detected by polling. */
const ASK_EVERY_MS = 15_000
const ANSWER_TIMEOUT_MS = 10_000
/** A server that does not close the connection is not awaited. */
const GOODBYE_MS = 1_000

export function openListener(connectionString: string, options: ListenerOptions): Listener {
  const closing = new AbortController()
  const done = keepListening(connectionString, options, closing.signal)
  return {
    close: async () => {
      closing.abort()
      await done
    },
  }
}

async function keepListening(connectionString: string, options: ListenerOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // The database's absence is reported by requests that need it; here it only means no news.
    await listen(connectionString, options, signal).catch(() => {})
    await paused(RETRY_MS, signal)
  }
}

/** Runs until the signal aborts; throws if the session breaks before. */
async function listen(connectionString: string, options: ListenerOptions, signal: AbortSignal): Promise<void> {
  const { channel, onPayload, onListening } = options
  const client = new pg.Client({
    connectionString,
    application_name: 'pulso live',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
  })
  const broken = new Promise<never>((_resolve, reject) => {
    client.once('error', reject)
    client.once('end', () => reject(new Error('The session has ended.')))
  })
  broken.catch(() => {})
  // The first error is handled above; a broken session may emit more.
  client.on('error', () => {})
  try {
    await client.connect()
    client.on('notification', ({ payload }) => onPayload(payload ?? ''))
    await client.query(`LISTEN ${channel}`)
    if (!signal.aborted) onListening()
    while (!signal.aborted) {
      await Promise.race([broken, paused(ASK_EVERY_MS, signal)])
      if (!signal.aborted) await Promise.race([broken, client.query('SELECT 1')])
    }
  } finally {
    await Promise.race([client.end().catch(() => {}), pause(GOODBYE_MS, undefined, { ref: false })])
  }
}

const paused = (pauseMs: number, signal: AbortSignal) => pause(pauseMs, undefined, { signal }).catch(() => {})
