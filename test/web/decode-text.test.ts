import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../../web/charts/decode-text.ts'

test('a text is decoded once, as its author wrote it', () => {
  expect(decodeText('I &lt;3 R&amp;D &gt;&gt;').text).toBe('I <3 R&D >>')
  expect(decodeText('write &amp;lt; for &lt;').text).toBe('write &lt; for <')
  expect(decodeText('A&T, &nbsp; & &copy;').text).toBe('A&T, &nbsp; & &copy;')
})

test('positions follow: a word after an escape stays that word', () => {
  const original = '👍 &lt;&lt; love &amp; hate'
  const { text, positionOf } = decodeText(original)
  const partOf = (word: string) => {
    const at = [...original.slice(0, original.indexOf(word))].length
    return [...text].slice(positionOf(at), positionOf(at + [...word].length)).join('')
  }
  for (const word of ['👍', 'love', 'hate']) expect(partOf(word)).toBe(word)
  expect(partOf('&amp;')).toBe('&')
  // A word of the model inside an escape covers nothing.
  expect(partOf('amp')).toBe('')
})

test('positions never run backwards or out of the text', () => {
  const piece = fc.constantFrom('&lt;', '&amp;', '&', 'lt;', 'é', '🎉', ' ', 'word')
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const original = pieces.join('')
      const { text, positionOf } = decodeText(original)
      const count = [...original].length
      const all = Array.from({ length: count + 3 }, (_, index) => positionOf(index))
      expect(all).toEqual([...all].sort((a, b) => a - b))
      expect(positionOf(0)).toBe(0)
      expect(positionOf(count)).toBe([...text].length)
    }),
  )
})
