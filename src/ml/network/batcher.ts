import type { Mention, RequestOptions, Scores } from './classifier.ts'
import { createMentionQueue, type MentionQueue } from './mention-queue.ts'
import type { TextScorer } from './score-texts.ts'

/** How mentions are put together for the threads that score them. */
export interface Batching {
  /** Mentions that travel to a thread together; four times as many where nobody waits for an answer. */
  readonly largestBatch: number
  /** How long a mention waits for others that make its batch larger, while a thread has nothing to do. */
  readonly longestWaitMs: number
}

/** The kernel gains nothing from more, and nobody waits long behind so few: some milliseconds. */
export const LARGEST_BATCH = 32

export interface BatcherOptions extends Batching {
  readonly score: TextScorer
  /** How many batches `score` works on at the same time. */
  readonly threads: number
  /** Mentions that may wait or be in work, of those who wait for an answer and of bulk each, before more are refused. */
  readonly maxQueuedMentions: number
}

export interface Batcher {
  /** Same length and order as the input. Throws an `OverloadedError` at once where the queue is full. */
  score(mentions: readonly Mention[], options?: RequestOptions): Promise<readonly Scores[]>
  /** Resolves when all that was accepted is answered. */
  drain(): Promise<void>
}

/** Bulk travels in larger batches, because each trip to a thread costs the event loop something, and the rest of a bulk is waiting anyway. */
const BULK_BATCHES = 4

/** Bulk gets every fourth batch however much others ask, so that it never stands still; without others it gets all of them. */
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
      const scores = await score(first === undefined ? [] : first.concat(...others))
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
