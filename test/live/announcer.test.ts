import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncer } from '../../src/live/announcer.ts'
import { MAX_CHANGED, type News, readNews, writeNews } from '../../src/live/news.ts'
import { newIds } from '../../src/storage/new-ids.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function announcing(send: (news: News) => Promise<unknown> = async () => {}) {
  const sent: News[] = []
  const announcer = createAnnouncer({
    gapMs: 200,
    send: news => {
      sent.push(news)
      return send(news)
    },
  })
  return { sent, announcer }
}

const keys = (entityIds: readonly string[]) => {
  const ids = newIds(entityIds.length)
  return entityIds.map((entityId, index) => ({ entityId, id: ids[index] ?? '' }))
}

test('the first is sent at once, then one message each gap with what came last of each entity', async () => {
  const { sent, announcer } = announcing()
  const [a, b] = newIds(2) as [string, string]
  const first = keys([a])
  announcer.stored(first)
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual([{ changed: new Map([[a, first[0]?.id]]), isMore: false }])
  const later = keys([a, b, a])
  for (const key of later) announcer.stored([key])
  announcer.changed([b])
  await vi.advanceTimersByTimeAsync(199)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect([...(sent[1]?.changed ?? [])]).toEqual([
    [a, later[2]?.id],
    [b, later[1]?.id],
  ])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toHaveLength(2)
})

test('a message of more entities than it holds names the last of them, says so, and stays below 8,000 bytes', async () => {
  const { sent, announcer } = announcing()
  const entityIds = newIds(1000)
  announcer.stored(keys(entityIds))
  await vi.advanceTimersByTimeAsync(0)
  const [news] = sent
  if (news === undefined) throw new Error('Nothing was sent.')
  expect([...news.changed.keys()]).toEqual(entityIds.slice(-MAX_CHANGED))
  expect(news.isMore).toBe(true)
  expect(Buffer.byteLength(writeNews(news))).toBeLessThan(8000)
  expect(readNews(writeNews(news))).toEqual(news)
})

test('closing sends what is left, and nothing is sent after it', async () => {
  const { sent, announcer } = announcing()
  const [a] = newIds(1) as [string]
  announcer.stored(keys([a]))
  await vi.advanceTimersByTimeAsync(0)
  announcer.changed([a])
  await announcer.close()
  expect(sent).toHaveLength(2)
  announcer.changed([a])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toHaveLength(2)
})

test('a database that is away, or slow, loses messages and nothing else', async () => {
  let isSlow = true
  const { sent, announcer } = announcing(() =>
    isSlow ? new Promise((_, reject) => setTimeout(reject, 5000)) : Promise.resolve(),
  )
  const [a] = newIds(1) as [string]
  for (let count = 0; count < 100; count++) {
    announcer.changed([a])
    await vi.advanceTimersByTimeAsync(20)
  }
  // One message under way at a time, however long it takes.
  expect(sent).toHaveLength(1)
  isSlow = false
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent).toHaveLength(2)
})

test.each(['', '{}', 'null', '{"changed":[["x",null]],"isMore":false}', '{"changed":{},"isMore":1}'])(
  'what others say on the channel is no news: %j',
  payload => {
    expect(readNews(payload)).toBeNull()
  },
)
