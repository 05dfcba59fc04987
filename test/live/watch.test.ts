import { expect, test } from 'vitest'
import { createSemaphore } from '../../src/concurrency/semaphore.ts'
import { ANYTHING, type News } from '../../src/live/news.ts'
import { watch } from '../../src/live/watch.ts'

/** A job as somebody might watch it. */
interface Job {
  readonly processed: number
  readonly isDone: boolean
}

function watching(known: Job | null, read: () => Promise<Job | null>) {
  const hearers = new Set<(news: News) => void>()
  const stream = watch<Job>({
    feed: {
      subscribe: hear => {
        hearers.add(hear)
        return () => hearers.delete(hear)
      },
    },
    known,
    read,
    isConcerned: ({ changed }) => changed.has('job'),
    isSame: (before, now) => before.processed === now.processed && before.isDone === now.isDone,
    isDone: job => job.isDone,
    gapMs: 0,
  })
  const tell = (news: News) => {
    for (const hear of hearers) hear(news)
  }
  return { stream, hearers, tell }
}

const about = (id: string): News => ({ changed: new Map([[id, null]]), isMore: false })

test('a job is told as it is, then when it has changed, and ends with its last state', async () => {
  let job: Job = { processed: 0, isDone: false }
  let reads = 0
  const { stream, hearers, tell } = watching(null, async () => {
    reads += 1
    return job
  })
  expect((await stream.next()).value).toEqual({ processed: 0, isDone: false })
  const second = stream.next()
  tell(about('another'))
  await Promise.resolve()
  expect(reads).toBe(1)
  tell(about('job'))
  await expect.poll(() => reads).toBe(2)
  job = { processed: 5, isDone: false }
  tell(about('job'))
  expect((await second).value).toEqual({ processed: 5, isDone: false })
  job = { processed: 9, isDone: true }
  tell(ANYTHING)
  expect((await stream.next()).value).toEqual({ processed: 9, isDone: true })
  expect(await stream.next()).toEqual({ done: true, value: undefined })
  expect(hearers.size).toBe(0)
})

test('what is known already is not told again, but what it became before somebody listened is', async () => {
  const { stream } = watching({ processed: 1, isDone: false }, async () => ({ processed: 2, isDone: false }))
  expect((await stream.next()).value).toEqual({ processed: 2, isDone: false })
})

test('a database that is away is waited for', async () => {
  let isAway = true
  const { stream, tell } = watching(null, async () => {
    if (isAway) throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
    return { processed: 3, isDone: false }
  })
  const next = stream.next()
  await new Promise(resolve => setTimeout(resolve, 10))
  isAway = false
  tell(ANYTHING)
  expect((await next).value).toEqual({ processed: 3, isDone: false })
})

test('turns are taken in order, so many at a time, also after one that failed', async () => {
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
