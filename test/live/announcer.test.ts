import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncer } from '../../src/live/announcer.ts'
import { type ChangeNotice, MAX_CHANGED, readNotice, writeNotice } from '../../src/live/change-notice.ts'
import { newIds } from '../../src/storage/new-ids.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function announcing(send: (notice: ChangeNotice) => Promise<unknown> = async () => {}) {
  const sent: ChangeNotice[] = []
  const announcer = createAnnouncer({
    gapMs: 200,
    send: notice => {
      sent.push(notice)
      return send(notice)
    },
  })
  return { sent, announcer }
}

const keys = (entityIds: readonly string[]) => {
  const ids = newIds(entityIds.length, new Date())
  return entityIds.map((entityId, index) => ({ entityId, id: ids[index] ?? '' }))
}

test('the first change is sent at once, then one message each gap with the latest of each entity', async () => {
  const { sent, announcer } = announcing()
  const [a, b] = newIds(2, new Date()) as [string, string]
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

test('if more entities changed than fit, a message contains the latest, sets isMore, and stays below 8,000 bytes', async () => {
  const { sent, announcer } = announcing()
  const entityIds = newIds(1000, new Date())
  announcer.stored(keys(entityIds))
  await vi.advanceTimersByTimeAsync(0)
  const [notice] = sent
  if (notice === undefined) throw new Error('Nothing was sent.')
  expect([...notice.changed.keys()]).toEqual(entityIds.slice(-MAX_CHANGED))
  expect(notice.isMore).toBe(true)
  expect(Buffer.byteLength(writeNotice(notice))).toBeLessThan(8000)
  expect(readNotice(writeNotice(notice))).toEqual(notice)
})

test('closing sends the remaining changes, and nothing is sent after it', async () => {
  const { sent, announcer } = announcing()
  const [a] = newIds(1, new Date()) as [string]
  announcer.stored(keys([a]))
  await vi.advanceTimersByTimeAsync(0)
  announcer.changed([a])
  await announcer.close()
  expect(sent).toHaveLength(2)
  announcer.changed([a])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toHaveLength(2)
})

test('a slow or unreachable database loses only messages', async () => {
  let isSlow = true
  const { sent, announcer } = announcing(() =>
    isSlow ? new Promise((_, reject) => setTimeout(reject, 5000)) : Promise.resolve(),
  )
  const [a] = newIds(1, new Date()) as [string]
  for (let count = 0; count < 100; count++) {
    announcer.changed([a])
    await vi.advanceTimersByTimeAsync(20)
  }
  // One message at a time, even if it takes long.
  expect(sent).toHaveLength(1)
  isSlow = false
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent).toHaveLength(2)
})

test.each(['', '{}', 'null', '{"changed":[["x",null]],"isMore":false}', '{"changed":{},"isMore":1}'])(
  'other payloads on the channel are ignored: %j',
  payload => {
    expect(readNotice(payload)).toBeNull()
  },
)
