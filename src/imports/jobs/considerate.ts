import type { ClassificationRequest, ClassificationService } from '../../classification/service.ts'
import type { Audience } from '../../jobs/audience.ts'
import { leaveTime } from '../../jobs/leave-time.ts'

type Classifying = Pick<ClassificationService, 'classify'>

export interface Consideration {
  readonly audience: Pick<Audience, 'isPresent'>
  /** Mentions at a time while somebody waits: short enough that nobody notices to have stood behind them. */
  readonly partSize: number
  /** Share of the time that is taken while somebody waits, above 0 up to 1. */
  readonly share: number
  /** No time is left to anybody any more. */
  readonly signal: AbortSignal
}

/**
 * The service as an import should use it: while nobody waits for an answer it gets every batch whole and as many at once as come; else small
 * parts, one after the other, with pauses in between.
 */
export function considerate(
  service: Classifying,
  { audience, partSize, share, signal }: Consideration,
): Pick<ClassificationService, 'classify'> {
  let lastTurn: Promise<unknown> = Promise.resolve()

  /** One at a time, in the order of the calls, also behind one that failed. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work, work)
    lastTurn = turn.catch(() => {})
    return turn
  }

  const gently = (part: readonly ClassificationRequest[]) =>
    inTurn(async () => {
      const startedAt = performance.now()
      const answers = await service.classify(part)
      await leaveTime(performance.now() - startedAt, share, signal)
      return answers
    })

  return {
    async classify(requests) {
      if (!audience.isPresent()) return service.classify(requests)
      const answers = []
      for (let done = 0; done < requests.length; ) {
        const isPresent = audience.isPresent()
        const part = requests.slice(done, isPresent ? done + partSize : requests.length)
        answers.push(...(await (isPresent ? gently(part) : service.classify(part))))
        done += part.length
      }
      return answers
    },
  }
}
