import { expect, test } from 'vitest'
import { createSemaphore } from '../../src/concurrency/semaphore.ts'
import { type ChangeNotice, EVERYTHING } from '../../src/live/change-notice.ts'
import { watch } from '../../src/live/watch.ts'

/** A job that a client watches. */
interface Job {
  readonly processed: number
  readonly isDone: boolean
}

function watching(initial: Job | null, read: () => Promise<Job | null>) {
  const subscribers = new Set<(notice: ChangeNotice) => void>()
  const stream = watch<Job>({
    feed: {
      subscribe: onNotice => {
        subscribers.add(onNotice)
        return () => subscribers.delete(onNotice)
      },
    },
    initial,
    read,
    isConcerned: ({ changed }) => changed.has('job'),
    isSame: (before, now) => before.processed === now.processed && before.isDone === now.isDone,
    isDone: job => job.isDone,
    gapMs: 0,
  })
  const publish = (notice: ChangeNotice) => {
    for (const onNotice of subscribers) onNotice(notice)
  }
  return { stream, subscribers, publish }
}

const about = (id: string): ChangeNotice => ({ changed: new Map([[id, null]]), isMore: false })

test('a stream yields the current state of a job, then each change, and ends after the final state', async () => {
  let job: Job = { processed: 0, isDone: false }
  let reads = 0
  const { stream, subscribers, publish } = watching(null, async () => {
    reads += 1
    return job
  })
  expect((await stream.next()).value).toEqual({ processed: 0, isDone: false })
  const second = stream.next()
  publish(about('another'))
  await Promise.resolve()
  expect(reads).toBe(1)
  publish(about('job'))
  await expect.poll(() => reads).toBe(2)
  job = { processed: 5, isDone: false }
  publish(about('job'))
  expect((await second).value).toEqual({ processed: 5, isDone: false })
  job = { processed: 9, isDone: true }
  publish(EVERYTHING)
  expect((await stream.next()).value).toEqual({ processed: 9, isDone: true })
  expect(await stream.next()).toEqual({ done: true, value: undefined })
  expect(subscribers.size).toBe(0)
})

test('the initial state is not repeated, and a change before the subscription is yielded', async () => {
  const { stream } = watching({ processed: 1, isDone: false }, async () => ({ processed: 2, isDone: false }))
  expect((await stream.next()).value).toEqual({ processed: 2, isDone: false })
})

test('a stream waits for an unreachable database', async () => {
  let isUnreachable = true
  const { stream, publish } = watching(null, async () => {
    if (isUnreachable) throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
    return { processed: 3, isDone: false }
  })
  const next = stream.next()
  await new Promise(resolve => setTimeout(resolve, 10))
  isUnreachable = false
  publish(EVERYTHING)
  expect((await next).value).toEqual({ processed: 3, isDone: false })
})

test('a semaphore starts work in order and limits concurrency, even after a failure', async () => {
  const withPermit = createSemaphore(2)
  let [running, most] = [0, 0]
  const order: number[] = []
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, number) =>
      withPermit(async () => {
        running += 1
        most = Math.max(most, running)
        order.push(number)
        await new Promise(resolve => setTimeout(resolve, 2))
        running -= 1
        if (number === 3) throw new Error('failed')
      }),
    ),
  )
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})
