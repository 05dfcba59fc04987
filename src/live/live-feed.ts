import type { Listener } from '../storage/listener.ts'
import type { Storage } from '../storage/storage.ts'
import { type Announcer, createAnnouncer } from './announcer.ts'
import { ANYTHING, type News, readNews, writeNews } from './news.ts'

/** What changes in the database, whichever process changes it. */
export interface LiveFeed {
  /** Calls `hear` with all news until the answer is called. The first who subscribes opens the session, the last closes it. */
  subscribe(hear: (news: News) => void): () => void
  close(): Promise<void>
}

const CHANNEL = 'pulso_live'

/** Five a second, as the ticker shows them. Each is a commit of its own, in which PostgreSQL lets only one NOTIFY at a time through. */
const ANNOUNCE_EVERY_MS = 200

/** A killed process takes its last message with it, and at the full hour a bucket ends without one: subscribers look again now and then. */
const REFRESH_EVERY_MS = 30_000

/** Tells others what this process stores. */
export const openAnnouncer = ({ pool }: Pick<Storage, 'pool'>): Announcer =>
  createAnnouncer({
    gapMs: ANNOUNCE_EVERY_MS,
    send: news => pool.query('SELECT pg_notify($1, $2)', [CHANNEL, writeNews(news)]),
  })

/** Nothing is listened to while nobody has subscribed. */
export function createLiveFeed({ listen }: Pick<Storage, 'listen'>, refreshEveryMs = REFRESH_EVERY_MS): LiveFeed {
  const hearers = new Set<(news: News) => void>()
  const closing = new Set<Promise<void>>()
  let listener: Listener | null = null
  let timer: NodeJS.Timeout | null = null

  const tell = (news: News) => {
    for (const hear of hearers) hear(news)
  }

  function open(): void {
    listener = listen({
      channel: CHANNEL,
      onPayload: payload => {
        const news = readNews(payload)
        if (news !== null) tell(news)
      },
      // Whatever was said before was not heard here.
      onListening: () => tell(ANYTHING),
    })
    timer = setInterval(() => tell(ANYTHING), refreshEveryMs)
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
    subscribe(hear) {
      // A function of its own for each call, so that one may subscribe twice.
      const own = (news: News) => hear(news)
      hearers.add(own)
      if (hearers.size === 1) open()
      return () => {
        if (hearers.delete(own) && hearers.size === 0) stop()
      }
    },
    async close() {
      hearers.clear()
      stop()
      await Promise.all(closing)
    },
  }
}
