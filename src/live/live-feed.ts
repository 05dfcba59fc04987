import type { Listener } from '../storage/listener.ts'
import type { Storage } from '../storage/storage.ts'
import { type Announcer, createAnnouncer } from './announcer.ts'
import { type ChangeNotice, EVERYTHING, readNotice, writeNotice } from './change-notice.ts'

/** Changes in the database, made by any process. */
export interface LiveFeed {
  /** Calls `onNotice` with each notice until the returned function is called. The first subscriber opens the session, the last one closes it. */
  subscribe(onNotice: (notice: ChangeNotice) => void): () => void
  close(): Promise<void>
}

const CHANNEL = 'pulso_live'

/** Five a second, the rate of the ticker. Each is a separate commit, and PostgreSQL serialises commits that contain a NOTIFY. */
const ANNOUNCE_EVERY_MS = 200

/** A killed process loses its last message, and a bucket ends without one. Subscribers therefore also read at intervals. */
const REFRESH_EVERY_MS = 30_000

/** Announces this process's changes. */
export const openAnnouncer = ({ pool }: Pick<Storage, 'pool'>): Announcer =>
  createAnnouncer({
    gapMs: ANNOUNCE_EVERY_MS,
    send: notice => pool.query('SELECT pg_notify($1, $2)', [CHANNEL, writeNotice(notice)]),
  })

/** Listens only while it has subscribers. */
export function createLiveFeed({ listen }: Pick<Storage, 'listen'>, refreshEveryMs = REFRESH_EVERY_MS): LiveFeed {
  const subscribers = new Set<(notice: ChangeNotice) => void>()
  const closing = new Set<Promise<void>>()
  let listener: Listener | null = null
  let timer: NodeJS.Timeout | null = null

  const publish = (notice: ChangeNotice) => {
    for (const onNotice of subscribers) onNotice(notice)
  }

  function open(): void {
    listener = listen({
      channel: CHANNEL,
      onPayload: payload => {
        const notice = readNotice(payload)
        if (notice !== null) publish(notice)
      },
      // Earlier notices were missed.
      onListening: () => publish(EVERYTHING),
    })
    timer = setInterval(() => publish(EVERYTHING), refreshEveryMs)
    timer.unref()
  }

  function stop(): void {
    if (timer !== null) clearInterval(timer)
    const closed = listener?.close()
    listener = null
    if (closed === undefined) return
    closing.add(closed)
    void closed.finally(() => closing.delete(closed))
  }

  return {
    subscribe(onNotice) {
      // A new function for each call, so that the same callback may subscribe twice.
      const own = (notice: ChangeNotice) => onNotice(notice)
      subscribers.add(own)
      if (subscribers.size === 1) open()
      return () => {
        if (subscribers.delete(own) && subscribers.size === 0) stop()
      }
    },
    async close() {
      subscribers.clear()
      stop()
      await Promise.all(closing)
    },
  }
}
