import { isDeepStrictEqual } from 'node:util'
import type { AnalyticsService, SentimentBucket } from '../analytics/service.ts'
import type { ClassificationKey } from '../classification/classification-key.ts'
import type { Semaphore } from '../concurrency/semaphore.ts'
import { checkEntityName } from '../entities/check-entity-name.ts'
import { findEntity } from '../entities/find-entity.ts'
import type { ModelRegistry } from '../models/service.ts'
import { type Result, succeed } from '../problem/problem.ts'
import type { Classification, PrismaClient } from '../storage/generated/client/client.ts'
import { boundaryAfter, boundaryAtOrBefore, type Interval } from '../time/interval-boundary.ts'
import { parseRange } from '../time/time-range.ts'
import { conflate, type LiveStream } from './conflated-stream.ts'
import type { LiveFeed } from './live-feed.ts'
import { mapStream } from './map-stream.ts'
import { tickerOf } from './ticker.ts'
import { watch } from './watch.ts'

/** Minimum time between classifications of a ticker. */
const TICKER_GAP_MS = 200
export const MAX_TICKS_PER_SECOND = 1000 / TICKER_GAP_MS
/** Minimum time between states of a bucket or job. */
const CHANGE_GAP_MS = 1000

interface BucketRequest {
  readonly entity: string
  readonly interval: Interval
  readonly timezone: string | null
}

/** The streams of the subscriptions. Each holds at most one value, and ends by `return`. */
export interface LiveUpdates {
  /** A sample of the classifications stored from now on, about the entity of that name or about all. */
  classified(entity: string | null): Result<LiveStream<Classification>>
  /** The bucket of the present time after each change. The entity need not exist yet. */
  sentimentChanged(request: BucketRequest): Promise<Result<LiveStream<SentimentBucket>>>
  /** The states of something whose id is announced, such as a job: the current one, then each change. Ends after a state that `isDone`. */
  changesOf<T>(id: string, read: () => Promise<T | null>, isDone: (value: T) => boolean): LiveStream<T>
}

export interface LiveUpdatesOptions {
  readonly feed: LiveFeed
  readonly database: PrismaClient
  readonly analytics: AnalyticsService
  readonly models: Pick<ModelRegistry, 'resolve' | 'refresh'>
  /** Limits concurrent reads for subscribers, so that many of them never take the database from writers. */
  readonly withPermit: Semaphore
  readonly now: () => Date
}

export function createLiveUpdates({
  feed,
  database,
  analytics,
  models,
  withPermit,
  now,
}: LiveUpdatesOptions): LiveUpdates {
  async function currentBucket(entityId: string, interval: Interval, timezone: string) {
    const version = await models.resolve(null)
    if (!version.ok) return null
    const start = boundaryAtOrBefore(now().getTime(), interval, timezone)
    const range = { from: new Date(start), to: new Date(boundaryAfter(start, interval, timezone)), timezone }
    const buckets = await analytics.trend({ entityId, modelVersion: version.value }, range, interval)
    return buckets.ok ? (buckets.value[0] ?? null) : null
  }

  /** Differs whenever the labels of people about the entity differ, which estimates may use. */
  async function labelState(entityId: string): Promise<string> {
    const { _count, _max } = await database.resolvedLabel.aggregate({
      where: { entityId },
      _count: true,
      _max: { labelledAt: true },
    })
    return `${_count} ${_max.labelledAt?.getTime() ?? 0}`
  }

  const isGone = async (entityId: string | null) =>
    entityId !== null && (await database.entity.findUnique({ where: { id: entityId } })) === null

  return {
    classified(entity) {
      const name = entity === null ? null : checkEntityName(entity, 'entity')
      if (name?.ok === false) return name
      const find = (wanted: string) => withPermit(() => findEntity(database, wanted))
      const keys = conflate<ClassificationKey>(put => feed.subscribe(tickerOf(entity, find, put)), TICKER_GAP_MS)
      return succeed(
        mapStream(keys, async key => {
          // A merge may have moved the row since.
          const value = await withPermit(() => database.classification.findUnique({ where: { entityId_id: key } }))
          return value === null ? null : { value }
        }),
      )
    },

    async sentimentChanged({ entity, interval, timezone }) {
      const name = checkEntityName(entity, 'entity')
      if (!name.ok) return name
      const range = parseRange({ timezone })
      if (!range.ok) return { ok: false, problem: { ...range.problem, field: ['timezone'] } }
      let entityId: string | null = null
      let isOtherModel = false
      const bucketAndLabels = async (id: string, zone: string) => {
        const [bucket, labels] = await Promise.all([currentBucket(id, interval, zone), labelState(id)])
        return bucket === null ? null : { bucket, labels }
      }
      const read = () =>
        withPermit(async () => {
          if (isOtherModel) await models.refresh()
          isOtherModel = false
          // By name each time: the entity may be stored, merged or made an alias meanwhile.
          const found = await findEntity(database, entity)
          // An entity that lost its last tweet is gone, and counts none.
          if (found !== null || !(await isGone(entityId))) entityId = found?.id ?? null
          return entityId === null ? null : bucketAndLabels(entityId, range.value.timezone)
        })
      const states = watch({
        feed: {
          subscribe: onNotice =>
            feed.subscribe(notice => {
              // Another process may have made another version the summary model.
              isOtherModel ||= notice.isMore
              onNotice(notice)
            }),
        },
        initial: await read(),
        read,
        isConcerned: ({ changed }) => entityId === null || changed.has(entityId),
        isSame: (before, after) => isSameBucket(before.bucket, after.bucket) && before.labels === after.labels,
        isDone: () => false,
        gapMs: CHANGE_GAP_MS,
      })
      return succeed(mapStream(states, async ({ bucket }) => ({ value: bucket })))
    },

    changesOf: (id, read, isDone) =>
      watch({
        feed,
        initial: null,
        read: () => withPermit(read),
        isConcerned: ({ changed }) => changed.has(id),
        isSame: isDeepStrictEqual,
        isDone,
        gapMs: CHANGE_GAP_MS,
      }),
  }
}

/** Ignores the time of reading. */
const isSameBucket = (before: SentimentBucket, now: SentimentBucket) =>
  before.start.getTime() === now.start.getTime() &&
  before.summary.modelVersion.id === now.summary.modelVersion.id &&
  isDeepStrictEqual(before.summary.counts, now.summary.counts)
