import { isUnavailable } from '../storage/connection-failure.ts'
import type { ChangeNotice } from './change-notice.ts'
import { conflate, type LiveStream } from './conflated-stream.ts'
import type { LiveFeed } from './live-feed.ts'
import { mapStream } from './map-stream.ts'

export interface Watched<T> {
  readonly feed: Pick<LiveFeed, 'subscribe'>
  /** Whether a notice may concern this value. Notices with `isMore` always do. */
  readonly isConcerned: (notice: ChangeNotice) => boolean
  /** Reads the current value; null if none exists. */
  readonly read: () => Promise<T | null>
  readonly isSame: (before: T, now: T) => boolean
  /** Whether this value is final. The stream ends after it. */
  readonly isDone: (value: T) => boolean
  /** The value that the subscriber already has; null to yield the current value at once. */
  readonly initial: T | null
  readonly gapMs: number
}

/**
 * A stored value, read again whenever it may have changed, at most once every `gapMs`. Yields it if it differs from the previous one. During
 * an outage of the database the stream waits.
 */
export function watch<T>({ feed, isConcerned, read, isSame, isDone, initial, gapMs }: Watched<T>): LiveStream<T> {
  let previous = initial
  const hints = conflate<null>(put => {
    const stop = feed.subscribe(notice => {
      if (notice.isMore || isConcerned(notice)) put(null)
    })
    // The value may have changed since `initial` was read.
    put(null)
    return stop
  }, gapMs)
  return mapStream(hints, async () => {
    const value = await read().catch(error => {
      if (!isUnavailable(error)) throw error
      return null
    })
    if (value === null || (previous !== null && isSame(previous, value))) return null
    previous = value
    if (isDone(value)) await hints.return()
    return { value }
  })
}
