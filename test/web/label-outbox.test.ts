import { describe, expect, test } from 'vitest'
import { labelActionOf } from '../../web/label/key-action.ts'
import { addUnsent, readUnsent, removeUnsent, type UnsentLabel } from '../../web/label/outbox.ts'

function memory(initial: string | null = null) {
  let stored = initial
  return {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value
    },
  }
}

const given = (classificationId: string, labelledAt: string): UnsentLabel => ({
  classificationId,
  labelledAt,
  reviewQueueId: 'queue',
  annotator: 'ann',
  label: 'POSITIVE',
  source: 'PAGE',
})

describe('unsent labels', () => {
  test('stay in the order in which they were given, one for each mention', () => {
    const storage = memory()
    addUnsent(storage, given('a', '1'))
    addUnsent(storage, given('b', '2'))
    addUnsent(storage, given('a', '3'))
    expect(readUnsent(storage)).toEqual([given('b', '2'), given('a', '3')])
  })

  test('stay if another label of the mention was given while the first was sent', () => {
    const storage = memory()
    addUnsent(storage, given('a', '1'))
    addUnsent(storage, given('a', '2'))
    removeUnsent(storage, given('a', '1'))
    expect(readUnsent(storage)).toEqual([given('a', '2')])
    removeUnsent(storage, given('a', '2'))
    expect(readUnsent(storage)).toEqual([])
  })

  test.each([null, '', '{', '7', 'null'])('are none in the entry %j', entry => {
    expect(readUnsent(memory(entry))).toEqual([])
  })
})

test('each label has a key, and keys with a modifier are those of the browser', () => {
  const pressed = (key: string, changes: object = {}) =>
    labelActionOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...changes })
  expect(['1', '2', '3', '4'].map(key => pressed(key))).toEqual(
    ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT'].map(label => ({ kind: 'label', label })),
  )
  expect([' ', 'u', 'U', 'e'].map(key => pressed(key)?.kind)).toEqual(['next', 'undo', 'undo', 'why'])
  expect(['0', '5', 'a', 'Enter'].map(key => pressed(key))).toEqual([null, null, null, null])
  expect(pressed('1', { ctrlKey: true })).toBeNull()
})
