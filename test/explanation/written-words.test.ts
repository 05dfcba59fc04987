import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_WORDS, writtenWords } from '../../src/explanation/written-words.ts'

const terms = (text: string, entity: string | null = null) =>
  writtenWords({ text, entity }).map(({ start, end }) => text.slice(start, end))

test.each<[text: string, terms: string[]]>([
  ['', []],
  [' \r\n\t ', []],
  ['!!! ... ?', []],
  ['I love it, truly.', ['I', 'love', 'it', 'truly']],
  ["don't can’t won&#39;t", ["don't", 'can’t', 'won&#39;t']],
  ['first line\r\nsecond\nthird', ['first', 'line', 'second', 'third']],
  ['so #HappyDay for @ana_b :) thanks:)', ['so', '#HappyDay', 'for', '@ana_b', ':)', 'thanks', ':)']],
  ['good😀bad 👍🏽👍🏿', ['good', '😀', 'bad', '👍🏽', '👍🏿']],
  ['a 👨‍👩‍👧 and a ❤️‍🔥 day', ['a', '👨‍👩‍👧', 'and', 'a', '❤️‍🔥', 'day']],
  ['Tom &amp; Jerry &lt;3 it &amp;lt;3', ['Tom', 'Jerry', '&lt;3', 'it', '&amp;lt;3']],
  ['AT&T and R&Band', ['AT', 'T', 'and', 'R', 'Band']],
  ['cafe\u0301 na\u0308ive Z\u0351\u036b\u0343a', ['cafe\u0301', 'na\u0308ive', 'Z\u0351\u036b\u0343a']],
  ['ﬁne ｆｕｌｌ ½ price', ['ﬁne', 'ｆｕｌｌ', '½', 'price']],
  ['Очень хорошо', ['Очень', 'хорошо']],
  ['أحب هذا كثيرا', ['أحب', 'هذا', 'كثيرا']],
  ['मुझे यह पसंद है', ['मुझे', 'यह', 'पसंद', 'है']],
  ['すごい。楽しい!', ['すごい', '楽しい']],
  ['see https://example.org/a?b=c&amp;d at 10:30', ['see', 'https://example.org/a?b=c&amp;d', 'at', '10:30']],
  ['\\u0068i \\ud83d\\ude02\\nthere', ['\\u0068i', '\\ud83d\\ude02', 'there']],
  ['itâ€™s ðŸ˜‚ good', ['itâ€™s', 'ðŸ˜‚', 'good']],
  ['half \ud83d pair', ['half', 'pair']],
  ['1\ufe0f\u20e3 first', ['1\ufe0f\u20e3', 'first']],
])('%j has the words %j', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

test.each<[text: string, entity: string, terms: string[]]>([
  ['Love my #Xbox and @xbox, XBOX!', 'Xbox', ['Love', 'my', 'and']],
  ['Call of Duty is fun', 'Call of Duty', ['is', 'fun']],
  ['I like AT&amp;T a lot', 'AT&T', ['I', 'like', 'a', 'lot']],
  ['Nestle\u0301 is good', 'Nestlé', ['is', 'good']],
  ['Booking.com cancelled my trip', 'Booking.com', ['cancelled', 'my', 'trip']],
  ['Home Depot is the best depot', 'Home Depot', ['is', 'the', 'best']],
  ['Disney+ froze', 'Disney+', ['froze']],
  ['über uns', 'Uber', ['uns']],
  ['www.booking.com, https://booking.com/deals and x.com/booking', 'Booking.com', ['and', 'x.com/booking']],
  ['ebay.com and eBay’s e-bay', 'eBay', ['and']],
  ['Xboxes are fine', 'Xbox', ['are', 'fine']],
  ['dre and Dr. Dre', 'Dr. Dre', ['and']],
  ["McDonald's, mcdonalds and #mcdonald", "McDonald's", ['and']],
  ['C# or csharp or #csharp', 'C#', ['or', 'or']],
  ['H&amp;M, hm and H & M', 'H&M', ['and']],
  ['Nothing of it here', 'Xbox', ['Nothing', 'of', 'it', 'here']],
])('the words of %j exclude the name %j', (text, entity, expected) => {
  expect(terms(text, entity)).toEqual(expected)
})

test('only the first words of a long text are read', () => {
  const text = Array.from({ length: 1500 }, (_, index) => `w${index}`).join(' ')
  expect(terms(text)).toEqual(Array.from({ length: MAX_WORDS }, (_, index) => `w${index}`))
})

test.each([
  ['a word without end', 'a'],
  ['letters of another script', 'ж'],
  ['emoji with skin tones', '👍🏽'],
  ['accents on one letter', '\u0301'],
  ['HTML entities', '&amp;'],
  ['halves of entities', '&am'],
  ['escapes', '\\u0041'],
  ['misread characters', 'â€™'],
  ['dotted letters', 'a.'],
])('10,000 characters of %s are read in a moment', (_what, unit) => {
  const text = unit.repeat(10_000 / [...unit].length)
  const startedAt = performance.now()
  writtenWords({ text, entity: 'Xbox' })
  // Some 20 ms on an idle machine.
  expect(performance.now() - startedAt).toBeLessThan(1500)
})

const PARTS = [
  ...[
    'love',
    'HATE',
    "don't",
    ' ',
    '  ',
    '\r\n',
    '\t',
    '.',
    '!!',
    ':)',
    '<3',
    '&lt;3',
    '&amp;',
    '&amp;lt;',
    '&hellip;',
  ],
  ...[
    '&',
    ';',
    '#',
    '@',
    '#tag',
    '@ana',
    '😀',
    '👍🏽',
    '👨‍👩‍👧',
    '\u200d',
    '\ufe0f',
    '\u0301',
    'é',
    'ﬁ',
    '½',
    'ж',
    '日本',
    'ไทย',
  ],
  ...[
    '\ud83d',
    '\ude00',
    '\\',
    '\\n',
    '\\u00e9',
    '\\ud83d\\ude00',
    'â€™',
    'Ã©',
    'http://a.b/c',
    'a.co',
    '10:30',
    '™',
    '\0',
  ],
]
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { maxLength: 40 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

test('terms are in order, are not empty, and do not split a character', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(null, 'love', 'ana', '日本'), (text, entity) => {
      const found = writtenWords({ text, entity })
      expect(found.length).toBeLessThanOrEqual(MAX_WORDS)
      let before = 0
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        for (const edge of [start, end])
          expect(text.slice(edge - 1, edge + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/)
        before = end
      }
    }),
    { numRuns: 2000 },
  )
})
