import { expect, test } from 'vitest'
import { plainWords, searchedText } from '../../src/indexing/searched-text.ts'

test.each([
  ['I LOVE/hate #xbox', 'i love hate xbox'],
  ['@Xbox_Support it&amp;apos;s broken https://t.co/Ab', "xbox support it's broken"],
  ['“so good” —no', '"so good" no'],
])('the searchable words of %j are %j', (text, words) => {
  expect(plainWords(text)).toBe(words)
})

test("a hashtag's words are searched as well", () => {
  expect(searchedText('Play #CallOfDuty')).toBe('play callofduty call of duty')
  expect(searchedText('Play #fun')).toBe('play fun')
})
