import { expect, test } from 'vitest'
import type { ClassificationKey } from '../../src/classification/classification-key.ts'
import { ANYTHING, type News } from '../../src/live/news.ts'
import { tickerOf } from '../../src/live/ticker.ts'

const newsOf = (entityId: string, id: string): News => ({ changed: new Map([[entityId, id]]), isMore: false })

test('news of an entity that was stored while its name was being looked up are put all the same, with one more look', async () => {
  const looks: ((found: { readonly id: string } | null) => void)[] = []
  const put: ClassificationKey[] = []
  const find = () => new Promise<{ readonly id: string } | null>(resolve => looks.push(resolve))
  const tell = tickerOf('Later', find, key => put.push(key))
  tell(ANYTHING)
  tell(newsOf('later', 'first'))
  tell(newsOf('later', 'second'))
  expect(looks).toHaveLength(1)
  looks[0]?.(null)
  await expect.poll(() => looks.length).toBe(2)
  looks[1]?.({ id: 'later' })
  await expect
    .poll(() => put)
    .toEqual([
      { entityId: 'later', id: 'first' },
      { entityId: 'later', id: 'second' },
    ])
  tell(newsOf('later', 'third'))
  expect(put.at(-1)).toEqual({ entityId: 'later', id: 'third' })
  expect(looks).toHaveLength(2)
})
