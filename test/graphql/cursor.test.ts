import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../../src/graphql/cursor.ts'

const POSITION = z.tuple([z.number(), z.string()])
const refusal = { ok: false, problem: { code: 'INVALID', field: ['after'] } }

test('a cursor gives its position back', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string({ unit: 'binary' }), (value, id) => {
      const cursor = encodeCursor('NEWEST', [value, id])
      expect(decodeCursor('NEWEST', POSITION, cursor, 'after')).toEqual({ ok: true, value: [value, id] })
    }),
  )
})

test('no cursor is no position', () => {
  expect(decodeCursor('NEWEST', POSITION, null, 'after')).toEqual({ ok: true, value: null })
  expect(decodeCursor('NEWEST', POSITION, undefined, 'after')).toEqual({ ok: true, value: null })
})

test('the cursor of another order is refused', () => {
  expect(decodeCursor('OLDEST', POSITION, encodeCursor('NEWEST', [1, 'a']), 'after')).toMatchObject(refusal)
})

test('a cursor of another shape is refused', () => {
  expect(decodeCursor('NEWEST', POSITION, encodeCursor('NEWEST', ['a', 1]), 'after')).toMatchObject(refusal)
  expect(decodeCursor('NEWEST', POSITION, encodeCursor('NEWEST', []), 'after')).toMatchObject(refusal)
})

test('text that is no cursor is refused, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(decodeCursor('NEWEST', POSITION, text, 'after')).toMatchObject(refusal)
    }),
  )
})
