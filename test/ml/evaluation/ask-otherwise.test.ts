import { expect, test } from 'vitest'
import { askForAbsentName, askForOtherWord } from '../../../src/ml/evaluation/ask-otherwise.ts'

const row = (text: string, entity: string | null) => ({ id: null, text, entity, label: 'NEUTRAL' as const })
const ROWS = [row('Acme sold a phone', 'Acme'), row('a message', null), row('Globex!', 'Globex')]

test('rows with an entity are asked for a name that no text contains', () => {
  const asked = askForAbsentName(ROWS)
  expect(asked.map(({ text }) => text)).toEqual(['Acme sold a phone', 'Globex!'])
  expect(new Set(asked.map(({ entity }) => entity)).size).toBe(1)
  expect(asked.every(({ text, entity }) => !text.includes(entity ?? ''))).toBe(true)
})

test('rows are asked for another word of the text, the same one each time', () => {
  const asked = askForOtherWord(ROWS)
  expect(['sold', 'phone']).toContain(asked[0]?.entity)
  expect(asked[1]?.entity).toBe(askForAbsentName(ROWS)[1]?.entity)
  expect(askForOtherWord(ROWS)).toEqual(asked)
})
