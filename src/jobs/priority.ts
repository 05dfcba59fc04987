import { setTimeout as pause } from 'node:timers/promises'
import { createSemaphore } from '../concurrency/semaphore.ts'

/* Background work gives way to people: this file knows who waits for an answer, and slows down work that nobody waits for. */

/** Knows whether requests of this process are waiting for an answer. */
export interface ForegroundTracker {
  /** Counts as waiting until the answer is there; hands it back. */
  track<T>(answer: Promise<T>): Promise<T>
  /** True while a request waits, and for a moment after: a client that asks one question after another is busy in between as well. */
  isBusy(): boolean
}

/** @param lingersMs How long an answered request still counts. */
export function createForegroundTracker(
  lingersMs: number,
  now: () => number = () => performance.now(),
): ForegroundTracker {
  let waiting = 0
  let lastAnsweredAt = Number.NEGATIVE_INFINITY
  return {
    track(answer) {
      waiting += 1
      return answer.finally(() => {
        waiting -= 1
        lastAnsweredAt = now()
      })
    },
    isBusy: () => waiting > 0 || now() - lastAnsweredAt < lingersMs,
  }
}

/**
 * Pauses after a piece of work, so that work takes the given part of the time.
 *
 * @param workedMs How long the work took.
 * @param dutyCycle Working time over all time, above 0 up to 1.
 */
export async function rest(workedMs: number, dutyCycle: number, signal: AbortSignal): Promise<void> {
  if (dutyCycle < 1) await pause(workedMs * (1 / dutyCycle - 1), undefined, { signal }).catch(() => {})
}

export interface Yielding {
  readonly foreground: Pick<ForegroundTracker, 'isBusy'>
  /** Items in one call while requests wait: few enough that a request behind them notices no delay. */
  readonly partSize: number
  /** Part of the time that is used while requests wait, above 0 up to 1. */
  readonly dutyCycle: number
  /** Ends the pauses early. */
  readonly signal: AbortSignal
}

/**
 * Batch work that yields to requests. While none waits, each batch passes whole, and as many at once as arrive. Otherwise it is split into
 * small parts, which run one after another with pauses.
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
