import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** A session of its own that hears a channel of the database, and is made anew whenever it breaks. */
export interface Listener {
  close(): Promise<void>
}

export interface ListenerOptions {
  /** A plain word. */
  readonly channel: string
  readonly onPayload: (payload: string) => void
  /** It hears from now on. Not the first time alone: after a break, what was said meanwhile was not heard. */
  readonly onListening: () => void
}

const CONNECT_TIMEOUT_MS = 10_000
const RETRY_MS = 500
/** A session whose other end vanished without a word is found out by asking. */
const ASK_EVERY_MS = 15_000
const ANSWER_TIMEOUT_MS = 10_000
/** A server that does not even say goodbye is not waited for. */
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
    // Whoever needs the database for an answer says that it is away; here it means that nothing new is known.
    await listen(connectionString, options, signal).catch(() => {})
    await paused(RETRY_MS, signal)
  }
}

/** Until the signal; throws where the session breaks before. */
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
  // The first is heard above; a broken session may have more to say.
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
