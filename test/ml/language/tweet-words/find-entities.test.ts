import { describe, expect, test } from 'vitest'
import type { NamedEntity } from '../../../../src/ml/language/names/name-index.ts'
import { indexEntities, MAX_ENTITIES_IN_TEXT } from '../../../../src/ml/language/tweet-words/find-entities.ts'
import { cpuMicroseconds } from '../../../support/cpu-microseconds.ts'

const named = (...names: string[]): NamedEntity[] => names.map(name => ({ name, names: [name] }))

describe('known entities in a text', () => {
  const find = indexEntities([
    ...named(
      'Xbox',
      'Call of Duty',
      'Warzone',
      'Call of Duty: Warzone',
      'PlayStation 5 (PS5)',
      'Intel',
      'Red Dead Redemption',
    ),
    ...named('X', 'AT&T', 'Nestlé', "Assassin's Creed", '任天堂', 'Disney+'),
    { name: 'Microsoft', names: ['Microsoft', 'MSFT'] },
  ])

  test.each([
    ['I love my xbox', ['Xbox']],
    ['@Xbox and #callofduty', ['Xbox', 'Call of Duty']],
    ['call of duty is fun, so is Warzone', ['Call of Duty', 'Warzone']],
    ['Call of Duty: Warzone is down', ['Call of Duty: Warzone']],
    ['#XboxSeriesX is out', ['Xbox', 'X']],
    ['@XboxSupport please help', ['Xbox']],
    ['my PS5 broke, so did two xboxes and three Xboxs', ['PlayStation 5 (PS5)', 'Xbox']],
    ['MSFT is up', ['Microsoft']],
    ['at&t and AT & T', ['AT&T']],
    ['nestle again', ['Nestlé']],
    ['AssassinsCreed or assassin’s creed', ["Assassin's Creed"]],
    ['任天堂が好きです', ['任天堂']],
    ['Disney+ froze', ['Disney+']],
    ['XBOX XBOX xbox', ['Xbox']],
  ])('%s', (text, expected) => {
    expect(find(text)).toEqual(expected)
  })

  test.each([
    'artificial #intelligence is the call of the wild',
    'duty calls',
    'x marks the spot',
    'https://xbox.com/call-of-duty',
    'a dead redemption',
    '',
    '👍',
  ])('none in: %s', text => {
    expect(find(text)).toEqual([])
  })

  test('a list of names is truncated', () => {
    const names = Array.from(
      { length: 40 },
      (_, index) => `brand${'abcdefghij'[index % 10]}${'klmn'[index % 4]}${index}x`,
    )
    expect(indexEntities(named(...names))(names.join(' '))).toHaveLength(MAX_ENTITIES_IN_TEXT)
  })

  test('the cost of a text does not depend on the number of known entities', () => {
    const consonants = 'bcdfghjklmnpqrstvwxz'
    const word = (number: number) =>
      `${consonants[number % 20]}a${consonants[Math.floor(number / 20) % 20]}e${consonants[Math.floor(number / 400) % 20]}on`
    const many = Array.from({ length: 10_000 }, (_, index) => `${word(index)} ${word(index * 7 + 1)}`)
    const findAmongMany = indexEntities(named(...many))
    const texts = Array.from(
      { length: 300 },
      (_, index) => `so I bought a ${many[index * 31]} today and it is great, really`,
    )
    for (const [index, text] of texts.entries()) expect(findAmongMany(text)).toEqual([many[index * 31]])
    const timeOf = (find: (text: string) => unknown) =>
      cpuMicroseconds(() => {
        for (const text of texts) find(text)
      }, 5)
    // A scan of all names would take a thousand times as long.
    expect(timeOf(findAmongMany)).toBeLessThan(20 * timeOf(indexEntities(named(...many.slice(0, 10)))))
  })
})
