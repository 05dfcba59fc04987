import type { ClassificationKey } from '../classification/classification-key.ts'
import { type ChangeNotice, MAX_CHANGED } from './change-notice.ts'

/** Notifies all processes on the database of this process's changes. Never waits and never fails: commits do not depend on it. */
export interface Announcer {
  /** Announces committed classifications. */
  stored(classifications: readonly ClassificationKey[]): void
  /** Announces other changes of these entities or jobs. */
  changed(ids: readonly string[]): void
  /** Sends the remaining changes. */
  close(): Promise<void>
}

export interface AnnouncerOptions {
  readonly send: (notice: ChangeNotice) => Promise<unknown>
  /** The time from one message to the next. */
  readonly gapMs: number
}

/**
 * Collects changes and sends at most one message every `gapMs`: the first at once, and always the last. A message contains only the newest
 * classification of each entity. If more entities changed than fit, it contains the latest ones.
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
    // The latest change is the last entry.
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
    // Does not keep a finished command alive: closing sends the rest.
    timer.unref()
  }

  function flush(): void {
    timer = null
    const notice = { changed, isMore }
    changed = new Map()
    isMore = false
    sentAt = performance.now()
    sending = send(notice)
      // During an outage, requests report the error; listeners read again when they reconnect.
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
