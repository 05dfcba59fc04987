import { expect, test } from 'vitest'
import { actionOf } from '../../web/keyboard/action-of.ts'

const pressed = (key: string, modifiers: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
})
const free = { isTyping: false, areSingleKeysOn: true }

test('single keys act outside of fields, unless they are switched off', () => {
  expect(actionOf(pressed('/'), free)).toBe('search')
  expect(actionOf(pressed('?'), free)).toBe('help')
  for (const key of ['/', '?']) {
    expect(actionOf(pressed(key), { ...free, isTyping: true })).toBeNull()
    expect(actionOf(pressed(key), { ...free, areSingleKeysOn: false })).toBeNull()
    expect(actionOf(pressed(key, { ctrlKey: true }), free)).toBeNull()
  }
})

test('the palette opens from anywhere, and keys of the browser stay its own', () => {
  const typing = { isTyping: true, areSingleKeysOn: false }
  expect(actionOf(pressed('k', { ctrlKey: true }), typing)).toBe('palette')
  expect(actionOf(pressed('K', { metaKey: true }), typing)).toBe('palette')
  for (const modifiers of [{}, { ctrlKey: true, metaKey: true }, { ctrlKey: true, altKey: true }, { altKey: true }])
    expect(actionOf(pressed('k', modifiers), free)).toBeNull()
})
