import { expect, test } from 'vitest'
import { entityKey } from '../../../../src/ml/language/entity-key.ts'
import { possibleKeys } from '../../../../src/ml/language/names/possible-keys.ts'
import { textUnits } from '../../../../src/ml/language/names/text-units.ts'
import { decodeTweet } from '../../../../src/ml/language/tweet-words/decode-tweet.ts'
import { locatedSurfaces } from '../../../../src/ml/language/tweet-words/tweet-surfaces.ts'

const keysIn = (tweet: string) => {
  const text = decodeTweet(tweet)
  return possibleKeys(text, textUnits(text, [...locatedSurfaces(text)]))
}

test.each([
  ['Xbox', 'my @xbox and more'],
  ['Call of Duty', 'playing #CallOfDuty tonight'],
  ['Call of Duty: Warzone', 'call of duty warzone'],
  ['Call of Duty: Black Ops Cold War', 'call of duty black ops cold war'],
  ['The Lord of the Rings: Return of the King', 'the lord of the rings return of the king'],
  ['H&M', 'h and m, or H&M'],
  ['Disney+', 'Disney Plus'],
  ['Disney+', 'the Disney+ app'],
  ['C#', '#csharp'],
  ['.NET', 'dotnet'],
  ["McDonald's", "at McDonald's"],
  ['Xbox', "the Xbox's fan, two Xboxes"],
  ['RDR', 'RDR2'],
  ['The Home Depot', 'home depot'],
  ['Booking.com', 'Booking.com is down'],
  ['小米', '我买了小米手机'],
  ['삼성', '삼성은 좋다'],
])('%s may be in %j', (name, text) => {
  expect(keysIn(text)).toContain(entityKey(name))
})

test('the number of keys is bounded', () => {
  expect(keysIn('Ab Cd Ef Gh '.repeat(900)).size).toBeLessThan(10_000)
  expect(keysIn(Array.from({ length: 2000 }, (_, word) => `w${word}x`).join(' ')).size).toBeLessThan(10_000)
})
