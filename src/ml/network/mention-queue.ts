import { queueChanges } from '../../process/measurements.ts'
import { ClientGoneError, type Mention, OverloadedError, type Scores } from './classifier.ts'

/** Mentions of one call that go to a thread together. */
interface Portion {
  readonly mentions: readonly Mention[]
  /** Takes the scores of these mentions, in the same order. */
  done(scores: readonly Scores[]): void
  failed(error: unknown): void
}

interface Call {
  readonly mentions: readonly Mention[]
  readonly scores: Scores[]
  /** Number of mentions that were handed out. */
  taken: number
  open: number
  readonly since: number
  settle(): void
  refuse(error: unknown): void
}

/** A bounded FIFO queue of mentions. */
export interface MentionQueue {
  /** Number of mentions that were not handed out yet. */
  readonly waiting: number
  /** Arrival time of the first of them, as in `performance.now()`; infinity if the queue is empty. */
  readonly since: number
  /**
   * Rejects with an `OverloadedError` if the mentions do not fit, and with a `ClientGoneError` when the signal aborts.
   */
  add(mentions: readonly Mention[], now: number, signal?: AbortSignal): Promise<readonly Scores[]>
  /** Takes the first `size` mentions, grouped by call. */
  take(size: number): readonly Portion[]
}

/** @param maxMentions limit of waiting mentions and those being scored. An idle queue accepts one call of any size. */
export function createMentionQueue(maxMentions: number): MentionQueue {
  /** Calls with mentions that were not handed out yet. */
  const calls: Call[] = []
  let waiting = 0
  let unanswered = 0

  const wait = (mentionCount: number) => {
    waiting += mentionCount
    queueChanges.publish({ mentionCount })
  }

  function drop(call: Call): void {
    const index = calls.indexOf(call)
    if (index === -1) return
    calls.splice(index, 1)
    const left = call.mentions.length - call.taken
    wait(-left)
    unanswered -= left
  }

  function take(call: Call, count: number): Portion {
    const start = call.taken
    call.taken += count
    wait(-count)
    if (call.taken === call.mentions.length) calls.shift()
    const finish = () => {
      unanswered -= count
      call.open -= count
    }
    return {
      mentions: call.mentions.slice(start, call.taken),
      done(scores) {
        finish()
        scores.forEach((each, index) => {
          call.scores[start + index] = each
        })
        if (call.open === 0) call.settle()
      },
      failed(error) {
        finish()
        drop(call)
        call.refuse(error)
      },
    }
  }

  return {
    get waiting() {
      return waiting
    },
    get since() {
      return calls[0]?.since ?? Number.POSITIVE_INFINITY
    },
    async add(mentions, now, signal) {
      if (mentions.length === 0) return []
      if (signal?.aborted) throw new ClientGoneError()
      if (unanswered > 0 && unanswered + mentions.length > maxMentions) throw new OverloadedError()
      wait(mentions.length)
      unanswered += mentions.length
      return new Promise((resolve, reject) => {
        const leave = () => {
          drop(call)
          reject(new ClientGoneError())
        }
        const call: Call = {
          mentions,
          scores: new Array(mentions.length),
          taken: 0,
          open: mentions.length,
          since: now,
          settle: () => {
            signal?.removeEventListener('abort', leave)
            resolve(call.scores)
          },
          refuse: error => {
            signal?.removeEventListener('abort', leave)
            reject(error)
          },
        }
        signal?.addEventListener('abort', leave, { once: true })
        calls.push(call)
      })
    },
    take(size) {
      const portions: Portion[] = []
      for (let left = Math.min(size, waiting), call = calls[0]; left > 0 && call !== undefined; call = calls[0]) {
        const count = Math.min(left, call.mentions.length - call.taken)
        portions.push(take(call, count))
        left -= count
      }
      return portions
    },
  }
}
