import { expect, test } from 'vitest'
import { createNameMarker } from '../../../../src/ml/language/names/mark-names.ts'
import { decodeTweet } from '../../../../src/ml/language/tweet-words/decode-tweet.ts'
import { locatedSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'

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
