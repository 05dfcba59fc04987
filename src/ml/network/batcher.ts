import { scoredBatches } from '../../process/measurements.ts'
import type { Mention, RequestOptions, Scores } from './classifier.ts'
import { createMentionQueue, type MentionQueue } from './mention-queue.ts'
import type { TextScorer } from './score-texts.ts'

/** How mentions are batched for the threads that score them. */
export interface Batching {
  /** Maximum number of mentions in a batch; bulk batches are four times as large. */
  readonly largestBatch: number
  /** Maximum time to hold a mention for a fuller batch while a thread is idle. */
  readonly longestWaitMs: number
}

/** The kernel is not faster with more, and a batch of this size takes only some milliseconds. */
export const LARGEST_BATCH = 32

export interface BatcherOptions extends Batching {
  readonly score: TextScorer
  /** Number of batches that `score` processes concurrently. */
  readonly threads: number
  /**
   * Limit of mentions that wait or are being scored, for interactive and for bulk requests each. Further requests are
   * refused.
   */
  readonly maxQueuedMentions: number
}

export interface Batcher {
  /** Same length and order as the input. Throws an `OverloadedError` immediately if the queue is full. */
  score(mentions: readonly Mention[], options?: RequestOptions): Promise<readonly Scores[]>
  /** Resolves when all accepted mentions are scored. */
  drain(): Promise<void>
}

/**
 * Bulk batches are larger, because each message to a thread costs time on the event loop and the rest of a bulk request
 * waits anyway.
 */
const BULK_BATCHES = 4

/**
 * Bulk gets at least every fourth batch, so that it always makes progress; without interactive requests it gets all of
 * them.
 */
const OTHERS_BEFORE_BULK = 3

/**
 * Turns calls of any size into batches, which suit the threads best. Calls of one turn of the event loop are sent at its end, or as soon as
 * a thread is free, so batches grow with the load. Waiting mentions are spread over the idle threads, unless `longestWaitMs` allows them to
 * wait for a fuller batch. Interactive calls overtake bulk, which has a queue of its own and occupies each thread for one batch at most.
 */
export function createBatcher(options: BatcherOptions): Batcher {
  const { score, threads, largestBatch, longestWaitMs, maxQueuedMentions } = options
  const foreground = createMentionQueue(maxQueuedMentions)
  const bulk = createMentionQueue(maxQueuedMentions)
  let busy = 0
  let passed = 0
  let isEndAwaited = false
  let timer: NodeJS.Timeout | null = null
  let onIdle: (() => void) | null = null

  const isReady = ({ waiting, since }: MentionQueue, now: number) =>
    waiting >= largestBatch || (waiting > 0 && now - since >= longestWaitMs)

  function choose(now: number): MentionQueue | null {
    const isBulkReady = isReady(bulk, now)
    if (isReady(foreground, now) && !(isBulkReady && passed >= OTHERS_BEFORE_BULK)) {
      passed = isBulkReady ? passed + 1 : 0
      return foreground
    }
    passed = 0
    return isBulkReady ? bulk : null
  }

  function dispatchAtEnd(): void {
    if (isEndAwaited) return
    isEndAwaited = true
    setImmediate(() => {
      isEndAwaited = false
      dispatch()
    })
  }

  function dispatch(): void {
    while (busy < threads) {
      const now = performance.now()
      const queue = choose(now)
      if (queue === null) {
        wakeFor(Math.min(foreground.since, bulk.since) + longestWaitMs - now)
        return
      }
      const largest = queue === bulk ? BULK_BATCHES * largestBatch : largestBatch
      void send(queue, longestWaitMs > 0 ? largest : Math.min(largest, Math.ceil(queue.waiting / (threads - busy))))
    }
  }

  function wakeFor(waitMs: number): void {
    if (timer !== null || waitMs === Number.POSITIVE_INFINITY) return
    timer = setTimeout(() => {
      timer = null
      dispatch()
    }, Math.ceil(waitMs))
  }

  async function send(queue: MentionQueue, size: number): Promise<void> {
    const portions = queue.take(size)
    busy++
    try {
      const [first, ...others] = portions.map(({ mentions }) => mentions)
      const batch = first === undefined ? [] : first.concat(...others)
      const startedAt = performance.now()
      const scores = await score(batch)
      scoredBatches.publish({ mentionCount: batch.length, seconds: (performance.now() - startedAt) / 1000 })
      let start = 0
      for (const { mentions, done } of portions) {
        done(scores.slice(start, start + mentions.length))
        start += mentions.length
      }
    } catch (error) {
      for (const { failed } of portions) failed(error)
    }
    busy--
    dispatch()
    if (busy === 0 && foreground.waiting === 0 && bulk.waiting === 0) onIdle?.()
  }

  return {
    score(mentions, { isBulk = false, signal } = {}) {
      const scores = (isBulk ? bulk : foreground).add(mentions, performance.now(), signal)
      dispatchAtEnd()
      return scores
    },
    async drain() {
      if (busy > 0 || foreground.waiting > 0 || bulk.waiting > 0) await new Promise<void>(resolve => (onIdle = resolve))
    },
  }
}
