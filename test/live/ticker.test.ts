import { expect, test } from 'vitest'
import type { ClassificationKey } from '../../src/classification/classification-key.ts'
import { type ChangeNotice, EVERYTHING } from '../../src/live/change-notice.ts'
import { tickerOf } from '../../src/live/ticker.ts'

const noticeOf = (entityId: string, id: string): ChangeNotice => ({ changed: new Map([[entityId, id]]), isMore: false })

test('notices of an entity that is stored during a lookup of its name need only one more lookup', async () => {
  const lookups: ((found: { readonly id: string } | null) => void)[] = []
  const put: ClassificationKey[] = []
  const find = () => new Promise<{ readonly id: string } | null>(resolve => lookups.push(resolve))
  const publish = tickerOf('Later', find, key => put.push(key))
  publish(EVERYTHING)
  publish(noticeOf('later', 'first'))
  publish(noticeOf('later', 'second'))
  expect(lookups).toHaveLength(1)
  lookups[0]?.(null)
  await expect.poll(() => lookups.length).toBe(2)
  lookups[1]?.({ id: 'later' })
  await expect
    .poll(() => put)
    .toEqual([
      { entityId: 'later', id: 'first' },
      { entityId: 'later', id: 'second' },
    ])
  publish(noticeOf('later', 'third'))
  expect(put.at(-1)).toEqual({ entityId: 'later', id: 'third' })
  expect(lookups).toHaveLength(2)
})
