import { setTimeout as pause } from 'node:timers/promises'
import { createSemaphore } from '../concurrency/semaphore.ts'

/* Background work yields to interactive requests: it slows down while a client of this process waits for a response. */

/** Tracks the requests of this process that wait for a response. */
export interface ForegroundTracker {
  /** Counts a request until its response settles; returns that promise. */
  track<T>(response: Promise<T>): Promise<T>
  /** True while a request waits and for `lingersMs` after, because clients often send requests in sequence. */
  isBusy(): boolean
}

/** @param lingersMs How long a request still counts after its response. */
export function createForegroundTracker(
  lingersMs: number,
  now: () => number = () => performance.now(),
): ForegroundTracker {
  let waiting = 0
  let lastAnsweredAt = Number.NEGATIVE_INFINITY
  return {
    track(response) {
      waiting += 1
      return response.finally(() => {
        waiting -= 1
        lastAnsweredAt = now()
      })
    },
    isBusy: () => waiting > 0 || now() - lastAnsweredAt < lingersMs,
  }
}

/**
 * Pauses after a piece of work to keep to a duty cycle. An aborted signal ends the pause.
 *
 * @param workedMs How long the work took.
 * @param dutyCycle Working time over all time, above 0 up to 1.
 */
export async function rest(workedMs: number, dutyCycle: number, signal: AbortSignal): Promise<void> {
  if (dutyCycle < 1) await pause(workedMs * (1 / dutyCycle - 1), undefined, { signal }).catch(() => {})
}

export interface Yielding {
  readonly foreground: Pick<ForegroundTracker, 'isBusy'>
  /** Items in one call while requests wait: few enough not to delay a request noticeably. */
  readonly partSize: number
  /** Working time over all time while requests wait, above 0 up to 1. */
  readonly dutyCycle: number
  /** Ends the pauses early. */
  readonly signal: AbortSignal
}

/**
 * Wraps batch work so that it yields to requests. If no request waits, batches are processed whole and concurrently. Otherwise they are split
 * into small parts, which run one after another with pauses.
 *
 * @param work Same length and order as its items.
 */
export function yieldToForeground<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { foreground, partSize, dutyCycle, signal }: Yielding,
): (items: readonly Item[]) => Promise<readonly Answer[]> {
  const oneAtATime = createSemaphore(1)

  const slowly = (part: readonly Item[]) =>
    oneAtATime(async () => {
      const startedAt = performance.now()
      const answers = await work(part)
      await rest(performance.now() - startedAt, dutyCycle, signal)
      return answers
    })

  return async items => {
    if (!foreground.isBusy()) return work(items)
    const answers: Answer[] = []
    for (let done = 0; done < items.length; ) {
      const isBusy = foreground.isBusy()
      const part = items.slice(done, isBusy ? done + partSize : items.length)
      answers.push(...(await (isBusy ? slowly(part) : work(part))))
      done += part.length
    }
    return answers
  }
}
