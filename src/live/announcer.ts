import type { ClassificationKey } from '../classification/classification-key.ts'
import { MAX_CHANGED, type News } from './news.ts'

/** Tells every process on the database what this one has changed. Never waits and never fails: what was committed counts, told or not. */
export interface Announcer {
  /** These were stored and committed. */
  stored(classifications: readonly ClassificationKey[]): void
  /** Something else about these entities or jobs has changed. */
  changed(ids: readonly string[]): void
  /** Says what is still to be said. */
  close(): Promise<void>
}

export interface AnnouncerOptions {
  readonly send: (news: News) => Promise<unknown>
  /** The time from one message to the next. */
  readonly gapMs: number
}

/**
 * Collects what happens and sends it in one message every `gapMs`: the first at once, the last for certain. Of each entity only the newest
 * classification is kept, and of more entities than a message holds those that changed last.
 */
export function createAnnouncer({ send, gapMs }: AnnouncerOptions): Announcer {
  let changed = new Map<string, string | null>()
  let isMore = false
  let sentAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null
  let sending: Promise<void> | null = null
  let isClosed = false

  function note(id: string, classificationId: string | null): void {
    const newest = classificationId ?? changed.get(id) ?? null
    // The one that changed last stands last.
    changed.delete(id)
    changed.set(id, newest)
    const [oldest] = changed.size > MAX_CHANGED ? changed.keys() : []
    if (oldest === undefined) return
    changed.delete(oldest)
    isMore = true
  }

  function schedule(): void {
    if (timer !== null || sending !== null || isClosed || changed.size === 0) return
    timer = setTimeout(flush, Math.max(0, sentAt + gapMs - performance.now()))
    // A command that has nothing else to do may end: closing sends the rest.
    timer.unref()
  }

  function flush(): void {
    timer = null
    const news = { changed, isMore }
    changed = new Map()
    isMore = false
    sentAt = performance.now()
    sending = send(news)
      // The database is away, and says so to whoever waits for an answer; listeners look again when they are back.
      .catch(() => {})
      .then(() => {
        sending = null
        schedule()
      })
  }

  return {
    stored(classifications) {
      for (const { entityId, id } of classifications) note(entityId, id)
      schedule()
    },
    changed(ids) {
      for (const id of ids) note(id, null)
      schedule()
    },
    async close() {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      await sending
      if (changed.size > 0) flush()
      await sending
    },
  }
}
