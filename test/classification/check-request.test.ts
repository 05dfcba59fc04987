import { describe, expect, test } from 'vitest'
import { checkMention, checkRequest } from '../../src/classification/check-request.ts'
import type { ClassificationRequest } from '../../src/classification/request.ts'
import type { Result } from '../../src/problem/problem.ts'
import { requestOf } from '../support/classification-service.ts'

const NOW = new Date('2026-03-01T12:00:00Z')
const DAY_MS = 24 * 60 * 60_000

const check = (changes: Partial<ClassificationRequest>) => checkRequest(requestOf(changes), NOW)
const verdict = (result: Result<unknown>) => (result.ok ? 'accepted' : `${result.problem.code} ${result.problem.field}`)

describe('a request', () => {
  test.each<[string, Partial<ClassificationRequest>, string]>([
    ['an ordinary text', { text: 'hi' }, 'accepted'],
    ['one character', { text: 'a' }, 'accepted'],
    ['an empty text', { text: '' }, 'INVALID text'],
    ['only white space', { text: ' \t\r\n\u00a0\u3000' }, 'INVALID text'],
    ['10,000 letters', { text: 'a'.repeat(10_000) }, 'accepted'],
    ['10,001 letters', { text: 'a'.repeat(10_001) }, 'TOO_LONG text'],
    ['10,000 emoji, each two UTF-16 units', { text: '😀'.repeat(10_000) }, 'accepted'],
    ['10,001 emoji', { text: '😀'.repeat(10_001) }, 'TOO_LONG text'],
    ['U+0000 in the text', { text: 'a\0b' }, 'INVALID text'],
    ['200 letters of an entity', { entity: 'é'.repeat(200) }, 'accepted'],
    ['201 letters of an entity', { entity: 'x'.repeat(201) }, 'TOO_LONG entity'],
    ['an entity whose ligatures make a key too long to index', { entity: '\ufdfa'.repeat(200) }, 'TOO_LONG entity'],
    ['an entity without a letter', { entity: '@#!' }, 'INVALID entity'],
    ['U+0000 in the entity', { entity: 'Xb\0ox' }, 'INVALID entity'],
    ['255 characters of an id', { source: { kind: 'external', externalId: '1'.repeat(255) } }, 'accepted'],
    ['256 characters of an id', { source: { kind: 'external', externalId: '1'.repeat(256) } }, 'TOO_LONG externalId'],
    ['U+0000 in the id', { source: { kind: 'external', externalId: '\0' } }, 'INVALID externalId'],
    ['255 characters of an author', { author: 'a'.repeat(255) }, 'accepted'],
    ['256 characters of an author', { author: 'a'.repeat(256) }, 'TOO_LONG author'],
    ['U+0000 in the author', { author: 'a\0' }, 'INVALID author'],
    ['the first second of 1970', { postedAt: new Date(1_000) }, 'accepted'],
    ['the time that software writes if it has none', { postedAt: new Date(0) }, 'INVALID postedAt'],
    ['a time one day ahead', { postedAt: new Date(NOW.getTime() + DAY_MS) }, 'accepted'],
    ['a time more than one day ahead', { postedAt: new Date(NOW.getTime() + DAY_MS + 1) }, 'INVALID postedAt'],
    ['an invalid date', { postedAt: new Date(Number.NaN) }, 'INVALID postedAt'],
  ])('with %s', (_, changes, expected) => {
    expect(verdict(check(changes))).toBe(expected)
  })

  test('the message states the limit', () => {
    const result = check({ text: 'a'.repeat(10_001) })
    expect(result.ok ? '' : result.problem.message).toBe('text may have at most 10,000 characters.')
  })

  test('blank optional values count as absent', () => {
    const result = check({ entity: '  ', author: ' ', source: { kind: 'external', externalId: '\t' } })
    expect(result).toMatchObject({
      ok: true,
      value: { entity: null, entityKey: '', author: null, source: { kind: 'none' } },
    })
  })

  test('names are trimmed, and the text keeps its white space', () => {
    const result = check({
      text: ' good ',
      entity: ' @Xbox ',
      author: ' ann ',
      source: { kind: 'external', externalId: ' 1 ' },
    })
    expect(result).toMatchObject({
      value: { text: ' good ', entity: '@Xbox', entityKey: 'xbox', author: 'ann', source: { externalId: '1' } },
    })
  })

  test('lone surrogates become the replacement character, and pairs stay', () => {
    expect(checkMention({ text: '\ud83d a \ude00 😀', entity: 'a\ud83d' })).toMatchObject({
      value: { text: '\ufffd a \ufffd 😀', entity: 'a\ufffd' },
    })
  })

  test('a known language stays with the mention', () => {
    for (const entity of ['Xbox', null]) {
      expect(checkMention({ text: 'no', entity, language: 'es' })).toMatchObject({ value: { language: 'es' } })
    }
  })
})
