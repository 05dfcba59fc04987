import { isUnavailable } from '../storage/connection-failure.ts'
import { conflate, type LiveStream } from './conflated-stream.ts'
import type { LiveFeed } from './live-feed.ts'
import { mapStream } from './map-stream.ts'
import type { News } from './news.ts'

export interface Watched<T> {
  readonly feed: Pick<LiveFeed, 'subscribe'>
  /** Whether the news may be about it. News with `isMore` always may. */
  readonly isConcerned: (news: News) => boolean
  /** As it is now; null where there is nothing to show. */
  readonly read: () => Promise<T | null>
  readonly isSame: (before: T, now: T) => boolean
  /** It will not change any more: it is the last to be told. */
  readonly isDone: (value: T) => boolean
  /** What the subscriber knows already; null to be told how it is at once. */
  readonly known: T | null
  readonly gapMs: number
}

/**
 * Something that is stored, read again whenever it may have changed, at most once every `gapMs`, and told where it has. While the database
 * is away nothing is told; when it is back, what it has become.
 */
export function watch<T>({ feed, isConcerned, read, isSame, isDone, known, gapMs }: Watched<T>): LiveStream<T> {
  let told = known
  const hints = conflate<null>(put => {
    const stop = feed.subscribe(news => {
      if (news.isMore || isConcerned(news)) put(null)
    })
    // It may have changed between the reading of `known` and now.
    put(null)
    return stop
  }, gapMs)
  return mapStream(hints, async () => {
    const value = await read().catch(error => {
      if (!isUnavailable(error)) throw error
      return null
    })
    if (value === null || (told !== null && isSame(told, value))) return null
    told = value
    if (isDone(value)) await hints.return()
    return { value }
  })
}
