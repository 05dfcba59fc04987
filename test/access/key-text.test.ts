import { expect, test } from 'vitest'
import { hashOf, newKeyText, prefixOf } from '../../src/access/key-text.ts'

test('a key has a visible prefix, and no two keys are the same', () => {
  const keys = Array.from({ length: 200 }, newKeyText)
  for (const key of keys) {
    expect(key).toMatch(/^pulso_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$/)
    expect(prefixOf(key)).toBe(key.split('_')[1])
  }
  expect(new Set(keys.map(key => key.split('_')[2])).size).toBe(keys.length)
  expect(hashOf(keys[0] ?? '')).toHaveLength(32)
})

test('every single typing error is detected without a look-up', () => {
  const key = newKeyText()
  for (let at = 'pulso_'.length; at < key.length; at++) {
    for (const other of ['0', 'z', 'Q', '_', '-']) {
      if (key[at] === other) continue
      expect(prefixOf(key.slice(0, at) + other + key.slice(at + 1))).toBeNull()
    }
    if (key[at] !== key[at + 1] && at + 1 < key.length) {
      expect(prefixOf(key.slice(0, at) + key[at + 1] + key[at] + key.slice(at + 2))).toBeNull()
    }
    expect(prefixOf(key.slice(0, at) + key.slice(at + 1))).toBeNull()
  }
})

test.each([
  '',
  'pulso',
  'pulso__',
  'x'.repeat(100_000),
  `${newKeyText()}\n`,
  `${newKeyText()}\0`,
  ` ${newKeyText()}`,
  newKeyText().toUpperCase(),
])('%j is not a key', text => {
  expect(prefixOf(text)).toBeNull()
})
