import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNameFinder } from '../../../../src/ml/language/names/find-names.ts'
import { createNameMarker } from '../../../../src/ml/language/names/mark-names.ts'
import { textUnits } from '../../../../src/ml/language/names/text-units.ts'
import { decodeTweet } from '../../../../src/ml/language/tweet-words/decode-tweet.ts'
import { indexEntities } from '../../../../src/ml/language/tweet-words/find-entities.ts'
import { locatedSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'
import { cpuMicroseconds } from '../../../support/cpu-microseconds.ts'

const letters = (from: string) => fc.string({ unit: fc.constantFrom(...from), minLength: 4, maxLength: 8 })
/** Consonants and vowels that no everyday word has in this order. */
const word = fc.tuple(letters('qzvk'), letters('aeiou')).map(([first, second]) => `Q${first}${second}`)
const nameOf = (...names: string[]) => names.map(name => ({ name, names: [name] }))
const find = (name: string, text: string) => indexEntities(nameOf(name))(text)

const FRAGMENTS = [
  ...[
    'a',
    'A',
    'AT',
    '&',
    'T',
    "'",
    "'s",
    '’',
    's',
    '3',
    'M',
    '.',
    '. ',
    ', ',
    ': ',
    '-',
    '_',
    '+',
    '++',
    '#',
    '@',
    '/',
  ],
  ...[
    ' ',
    '\n',
    'é',
    'e\u0301',
    '\u0301',
    'ü',
    'ß',
    'ø',
    'İ',
    '日',
    '本',
    'ー',
    '삼',
    '성',
    '이',
    'Xbox',
    'One',
    'xbox',
  ],
  ...['Booking.com', 'https://', 'www.', '😀', '(', ')', '[', '$', '٣', 'ﬁ', '\u200b', '&amp;', '\ud800'],
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map(parts => parts.join('')),
)

test('found names are in order, do not overlap, and are parts of the text with a letter or a digit', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { maxLength: 5 }), fc.boolean(), (text, names, isLoose) => {
      const decoded = decodeTweet(text)
      const found = createNameFinder(nameOf(...names), { isLoose })(
        decoded,
        textUnits(decoded, [...locatedSurfaces(decoded)]),
      )
      let end = 0
      for (const name of found) {
        expect(name.start).toBeGreaterThanOrEqual(end)
        expect(name.end).toBeGreaterThan(name.start)
        expect(decoded.slice(name.start, name.end)).toMatch(/[\p{L}\p{N}]/u)
        end = name.end
      }
      expect(end).toBeLessThanOrEqual(decoded.length)
    }),
    { numRuns: 3000 },
  )
})

test('a marker marks pieces of the text', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyText, { minLength: 1, maxLength: 3 }), (text, names) => {
      const decoded = decodeTweet(text)
      const pieces = [...locatedSurfaces(decoded)]
      for (const index of createNameMarker(names)(decoded, pieces)) expect(pieces[index]).toBeDefined()
    }),
    { numRuns: 2000 },
  )
})

test('a name of one word is found as it is written, in any case, between any signs that end a word', () => {
  const around = fc.constantFrom(' ', ', ', '. ', '! ', ' "', '" ', ' (', ') ', '\n', ' - ', '… ', ' 😀 ')
  fc.assert(
    fc.property(word, around, around, (name, before, after) => {
      for (const written of [name, name.toUpperCase(), name.toLowerCase(), `#${name}`, `@${name}`, `${name}'s`]) {
        expect(find(name, `so${before}${written}${after}yes`)).toEqual([name])
      }
    }),
  )
})

test('words between which a sentence, a clause or a line ends are no name', () => {
  const end = fc.constantFrom(
    '. ',
    '.',
    ', ',
    '! ',
    '? ',
    '; ',
    '… ',
    '\n',
    ' - ',
    ' (',
    ') ',
    '" ',
    ' 😀 ',
    ' @',
    ' #',
  )
  fc.assert(
    fc.property(word, word, end, (first, second, sign) => {
      const name = `${first} ${second}`
      expect(find(name, `so ${first}${sign}${second} it is`)).toEqual([])
      expect(find(name, `so ${name} it is`)).toEqual([name])
    }),
  )
})

test('one more accent makes another word, and one less does not', () => {
  const accent = fc.constantFrom('\u0301', '\u0300', '\u0308', '\u0302', '\u030c')
  fc.assert(
    fc.property(word, accent, fc.nat(), (name, mark, place) => {
      const at = 1 + (place % name.length)
      const accented = (name.slice(0, at) + mark + name.slice(at)).normalize('NFC')
      expect(find(name, `so ${accented} it is`)).toEqual([])
      expect(find(accented, `so ${name} it is`)).toEqual([accented])
      expect(find(accented, `so ${accented.normalize('NFD')} it is`)).toEqual([accented])
    }),
  )
})

test('a plus or a hash after a name makes another name', () => {
  fc.assert(
    fc.property(word, fc.constantFrom('+', '++', '#'), (name, sign) => {
      expect(find(name, `so ${name}${sign} it is`)).toEqual([])
      expect(find(name + sign, `so ${name}${sign} it is`)).toEqual([name + sign])
      expect(find(name + sign, `so ${name} it is`)).toEqual([])
    }),
  )
})

test('the letters of a short name in separate words are not the name', () => {
  const short = fc.string({ unit: fc.constantFrom(...'bcdfghjkmpqvwz'), minLength: 2, maxLength: 3 })
  fc.assert(
    fc.property(short, fc.constantFrom(' ', ', ', '. ', '-', ' - '), (name, gap) => {
      expect(find(name.toUpperCase(), `so ${[...name].join(gap)} it is`)).toEqual([])
    }),
  )
})

test.each([
  'AT&T ',
  'a',
  'a ',
  "a's ",
  '3 ',
  '1.',
  'AT&',
  'x-',
  'x_',
  'x:',
  '日',
  '日 ',
  'xbox one ',
  '#xbox',
  '@Ab',
  'a.b.',
  'é',
  '+',
  'c#',
])('the time for repetitions of %j grows linearly', fragment => {
  const mark = createNameMarker(['AT&T', 'a a a a a a b', "a's a's", 'xbox one x', '日日日日本', 'ab.com'])
  const timeOf = (length: number) => {
    const text = fragment.repeat(length / fragment.length)
    const pieces = [...locatedSurfaces(text)]
    return cpuMicroseconds(() => mark(text, pieces), 3)
  }
  timeOf(2500)
  // A search that starts again at each piece would take 64 times as long.
  expect(timeOf(20_000) / Math.max(timeOf(2500), 4000)).toBeLessThan(30)
})
