import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlightSegments } from '../../web/charts/highlight-segments.ts'

test('a text is split where words start and end', () => {
  expect(highlightSegments('I love it', [{ start: 2, end: 6, weight: 0.4 }])).toEqual([
    { start: 0, text: 'I ', weight: null },
    { start: 2, text: 'love', weight: 0.4 },
    { start: 6, text: ' it', weight: null },
  ])
})

test('characters outside the basic plane count once, as in the API', () => {
  expect(highlightSegments('😀 love', [{ start: 2, end: 6, weight: 0.4 }]).map(({ text }) => text)).toEqual([
    '😀 ',
    'love',
  ])
})

test('joined, the segments are the text, for any offsets', () => {
  const contribution = fc.record({
    start: fc.integer({ min: -5, max: 60 }),
    end: fc.integer({ min: -5, max: 60 }),
    weight: fc.double({ min: -1, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40, unit: 'grapheme' }),
      fc.array(contribution, { maxLength: 8 }),
      (text, contributions) => {
        const segments = highlightSegments(text, contributions)
        expect(segments.map(segment => segment.text).join('')).toBe(text)
        for (const segment of segments) expect([...text].slice(segment.start).join('')).toContain(segment.text)
      },
    ),
  )
})
