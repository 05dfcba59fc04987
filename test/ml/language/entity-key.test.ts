import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityKey } from '../../../src/ml/language/entity-key.ts'

const ONE_ENTITY: readonly (readonly string[])[] = [
  ['Xbox', '@Xbox', '#xbox', ' XBOX ', 'x-box', 'X_b.o/x', '＠Ｘｂｏｘ', 'Xbox🎮', 'Xbox™️', 'XBOX®'],
  ['Call of Duty', '#CallOfDuty', 'call_of_duty', 'CALL  OF\tDUTY', 'Call\u00a0of Duty', '“Call of Duty”'],
  ['AT&T', 'AT T', '@att'],
  ["McDonald's", 'McDonald’s', '#mcdonalds'],
  ['$AAPL', 'AAPL', '#aapl'],
  ['Straße', 'STRASSE', 'strasse', 'STRAẞE'],
  ['İstanbul', 'istanbul', 'Istanbul', 'ıstanbul'],
  ['ΟΔΟΣ', 'οδος', 'οδοσ'],
  ['Pokémon', 'Poke\u0301mon', 'POKÉMON'],
  ['ＡＢＣ１２３', 'abc123'],
  ['ﬁnal fantasy', 'Final Fantasy'],
  ['Ⅳ', 'IV'],
  ['ｿﾆｰ', 'ソニー'],
  ['Россия', '#РОССИЯ'],
  ['هواوي', '#هواوي'],
  ['हिन्दी', '#हिन्दी'],
  ['任天堂', '＃任天堂', '任 天 堂'],
  ['Apple❤️', 'Apple❤', 'apple'],
  ['C#', 'c#', '#C#', '@c#', 'C♯', 'C＃', 'C#!', 'C##'],
  ['Xbox', '#Xbox', '＃Xbox', '# Xbox', 'Xbox #'],
  ['Disney+', '#disney+', 'DISNEY +'],
  ['Xbox\u200b', 'Xbox\ufeff', 'Xb\u00adox', 'Xbox'],
]

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Xbox', 'Xbox 360'],
  ['C', 'C++'],
  ['C', 'C#'],
  ['C#', 'C++'],
  ['F#', '#F'],
  ['Xbox', 'Xbox#'],
  ['Disney', 'Disney+'],
  ['Pokémon', 'Pokemon'],
  ['हिन्दी', 'हनद'],
  ['Red Dead Redemption', 'Red Dead Redemption 2'],
]

describe('the key of an entity', () => {
  test.each(ONE_ENTITY)('%s and its other spellings are one entity', (...spellings) => {
    const keys = spellings.map(entityKey)
    expect(new Set(keys)).toEqual(new Set([keys[0]]))
    expect(keys[0]).not.toBeNull()
  })

  test.each(DIFFERENT)('%s and %s are two entities', (one, other) => {
    expect(entityKey(one)).not.toBe(entityKey(other))
  })

  test('the key of Call of Duty is its letters', () => {
    expect(entityKey('#CallOfDuty')).toBe('callofduty')
  })

  test.each([
    '',
    '   ',
    '@',
    '#',
    '@#',
    '...',
    '!?',
    '“”',
    '😀',
    '❤️',
    '👩‍👩‍👧',
    '🇩🇪',
    '+',
    '++',
    '\u0301',
    '\ufe0f',
    '_',
    '™',
    '©',
  ])('%j has no letter or digit and therefore no key', name => {
    expect(entityKey(name)).toBeNull()
  })

  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), name => {
        const key = entityKey(name)
        if (key !== null) expect(entityKey(key)).toBe(key)
      }),
      { numRuns: 300 },
    )
  })

  test('case and signs around a name do not matter', () => {
    const sign = fc.constantFrom('@', '#', ' ', '.', '-', '_', "'", '!', '"', '(', '&', '\n')
    // A number sign behind a name is a part of it.
    const endSign = sign.filter(character => character !== '#')
    const name = fc.string({ unit: fc.constantFrom(...'abzAZ09éñßσЖ日'), minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(name, fc.array(sign), fc.array(endSign), (text, before, after) => {
        const key = entityKey(text)
        expect(entityKey(before.join('') + text.toUpperCase() + after.join(''))).toBe(key)
      }),
    )
  })
})
