import { expect, test } from 'vitest'
import { createNameFinder } from '../../../../src/ml/language/names/find-names.ts'
import { createNameMarker } from '../../../../src/ml/language/names/mark-names.ts'
import { textUnits } from '../../../../src/ml/language/names/text-units.ts'
import { decodeTweet } from '../../../../src/ml/language/tweet-words/decode-tweet.ts'
import { locatedSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'
import { Dice } from '../../../../src/ml/training/dice.ts'
import { Mt19937 } from '../../../../src/ml/training/mt19937.ts'

/** The marked pieces of the text, as they are written. */
function marked(names: string | readonly string[], text: string): readonly string[] {
  const decoded = decodeTweet(text)
  const pieces = [...locatedSurfaces(decoded)]
  const found = createNameMarker(typeof names === 'string' ? [names] : names)(decoded, pieces)
  return pieces.flatMap(({ start, end }, index) => (found.has(index) ? [decoded.slice(start, end)] : []))
}

test.each<[string | readonly string[], string, ...string[]]>([
  ['Amazon', 'I love Amazon', 'Amazon'],
  ['Amazon', "Amazon's boxes", "Amazon's"],
  ['Amazon', '#boycottamazon', '#boycottamazon'],
  ['Amazon', '@PrimeAmazon', '@PrimeAmazon'],
  ['Amazon', 'amazonian amazing'],
  ['Booking.com', 'Booking.com cancelled', 'Booking.com'],
  ['Booking.com', 'booking.com, again', 'booking.com'],
  ['Booking.com', 'see https://booking.com/x'],
  ['Disney+', 'Disney+ froze', 'Disney'],
  ['Disney', 'Disney+ froze'],
  ['Disney', '#disneyplus froze'],
  ['Uber', 'über uns'],
  ['Nestlé', 'Nestle again', 'Nestle'],
  ['H&M', 'hm, not sure'],
  ['H&M', 'H&M jackets', 'H', 'M'],
  ['3M', 'it is 3 m tall'],
  ['3M', '3m masks', '3m'],
  ['Xbox One', 'New Xbox. One of the best', 'Xbox'],
  ['Xbox One', 'my Xbox One', 'Xbox', 'One'],
  ['Home Depot', 'the depot is open', 'depot'],
  ['Home Depot', 'home sweet home'],
  ['CallOfDutyBlackopsColdWar', 'black ops cold war beta', 'black', 'ops', 'cold', 'war'],
  ['CallOfDutyBlackopsColdWar', 'so cold here'],
  ['Call of Duty', 'CoD tonight', 'CoD'],
  ['League of Legends', 'lol so funny'],
  ['YouTube', 'you tube', 'you', 'tube'],
  ['Facebook', 'face book', 'face', 'book'],
  ['X', 'on X today', 'X'],
  ['X', 'x marks the spot'],
  ['ソニー', 'ソニーのカメラ', 'ソニーのカメラ'],
  [['Facebook', 'FBook'], 'FBook is slow', 'FBook'],
  [['Facebook', 'FBook'], 'facebook or fbook', 'facebook', 'fbook'],
  [['Facebook'], 'FBook is slow'],
])('%j in %j', (names, text, ...pieces) => {
  expect(marked(names, text)).toEqual(pieces)
})

/** What the finder of whole names marks if it reads every word. */
function markedByFinder(name: string, text: string): readonly string[] {
  const decoded = decodeTweet(text)
  const pieces = [...locatedSurfaces(decoded)]
  const names = createNameFinder([{ name, names: [name] }], { isLoose: true })(decoded, textUnits(decoded, pieces))
  return pieces
    .map(({ start, end }) => ({ start, end, written: decoded.slice(start, end) }))
    .filter(
      ({ start, end, written }) => /[\p{L}\p{N}]/u.test(written) && names.some(n => n.start < end && start < n.end),
    )
    .map(({ written }) => written)
}

test('only words that can begin a name are read, and no name is missed', () => {
  const names = [
    'Xbox',
    'H&M',
    '3M',
    'GTA',
    "McDonald's",
    'AT&T',
    'X',
    '.NET',
    'Disney+',
    'ソニー',
    'Nestlé',
    '7-Eleven',
  ]
  const words = [
    ...[
      'the',
      'is',
      'g',
      'x',
      'so',
      "don't",
      "o'brien",
      'f**k',
      '½',
      '10:30',
      '3',
      'm',
      '7',
      'eleven',
      '.',
      '-',
      '&',
      '!',
    ],
    ...['xbox', 'Xboxes', "Xbox's", 'x box', 'h & m', 'H&M', 'handm', '#HandM', '3 m', '3m', '#GTA5', 'gta 5', 'GTA'],
    ...["McDonald's", 'mcdonalds', 'Mc Donalds', 'at&t', 'ATT', 'AT & T', 'on X', '.net', 'net', 'disney+', 'disney'],
    ...[
      'ソニーのカメラ',
      'nestle',
      'NESTLÉ',
      '7-eleven',
      '7/11',
      '@XboxUK',
      '#MyXbox',
      'xbox.com',
      'https://xbox.com/a',
    ],
  ]
  const dice = new Dice(new Mt19937(11))
  for (const name of names) {
    for (let draw = 0; draw < 40; draw++) {
      const text = Array.from({ length: 1 + dice.index(14) }, () => dice.pick(words)).join(' ')
      const byFinder = markedByFinder(name, text)
      if (byFinder.length > 0)
        expect(marked(name, text), `${name} in ${text}`).toEqual(expect.arrayContaining([...byFinder]))
    }
  }
})
