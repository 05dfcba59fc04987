import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createTweetEncoder } from '../../../../src/ml/language/tweet-words/tweet-encoder.ts'
import { NEGATION } from '../../../../src/ml/training/constructions/negation.ts'
import { MORE_NEGATION, MORE_TWO_ENTITIES } from '../../../../src/ml/training/constructions/second-author.ts'
import { TWO_ENTITIES } from '../../../../src/ml/training/constructions/two-entities.ts'
import { TWO_ENTITY_GRAMMAR } from '../../../../src/ml/training/constructions/two-entity-grammar.ts'
import { BLAME, FACT, PRAISE, SLOTS } from '../../../../src/ml/training/constructions/words.ts'
import { drawTwoNames } from '../../../../src/ml/training/rows/draw-name.ts'
import { makeEmojiRow } from '../../../../src/ml/training/rows/emoji-rows.ts'
import { expandConstruction, linesOf } from '../../../../src/ml/training/rows/expand-construction.ts'
import { makeNegationRow } from '../../../../src/ml/training/rows/negation-rows.ts'
import { HELD_OUT_ADJECTIVES, polarAdjectives } from '../../../../src/ml/training/rows/polar-adjectives.ts'
import { makeTwoEntityRows } from '../../../../src/ml/training/rows/two-entity-rows.ts'
import { materialOf } from './material.ts'

const TWO = [...linesOf(TWO_ENTITIES), ...linesOf(MORE_TWO_ENTITIES), ...linesOf(TWO_ENTITY_GRAMMAR)]
const ONE = [...linesOf(NEGATION), ...linesOf(MORE_NEGATION)]

describe('constructions', () => {
  test.each(TWO)('about two entities: %s', line => {
    expect(line).toMatch(/^[-+0]{2} \S/)
    const text = expandConstruction(line.slice(3), materialOf(1))
    expect(text).toContain('{A}')
    expect(text).toContain('{B}')
    expect(text).not.toMatch(/[()|]|\{[^AB]/)
  })

  test.each(ONE)('about one entity: %s', line => {
    expect(line).toMatch(/^[-+0] \S/)
    const text = expandConstruction(line.slice(2), materialOf(2))
    expect(text).toContain('{X}')
    expect(text).not.toMatch(/[()|]|\{[^X]/)
  })

  test('of the lists are all different', () => {
    const lists = [...linesOf(TWO_ENTITIES), ...linesOf(MORE_TWO_ENTITIES)]
    expect(new Set(lists).size).toBe(lists.length)
    expect(new Set(ONE).size).toBe(ONE.length)
  })

  test('contain no adjective of the held-out constructions', () => {
    const all = [...TWO, ...ONE, PRAISE, BLAME, FACT, ...Object.values(SLOTS)].join(' ')
    const words = new Set(all.split(/[^a-z]+/))
    expect([...HELD_OUT_ADJECTIVES].filter(word => words.has(word))).toEqual([])
  })

  test('say the opposite of each entity if the labels do', () => {
    const material = materialOf(3)
    const rows = Array.from({ length: 500 }, () => makeTwoEntityRows(material))
    const opposed = rows.filter(([one, other]) => one?.sentiment !== other?.sentiment)
    expect(opposed.length / rows.length).toBeGreaterThan(0.8)
    for (const [one, other] of rows) expect(one?.text).toBe(other?.text)
  })
})

/** Words without their signs and in lower case, so that only another wording counts as another construction. */
const wordingOf = (text: string) =>
  text
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.join(' ') ?? ''

test('no held-out construction of the evaluation is among those of training', () => {
  const trained = new Set([...TWO.map(line => line.slice(3)), ...ONE.map(line => line.slice(2))].map(wordingOf))
  const names = /\b(?:[A-Z][\w&'’-]*)(?: (?:& )?[A-Z][\w'-]*)*/g
  const lines = ['contrast', 'negation'].flatMap(file =>
    readFileSync(`development/${file}.csv`, 'utf8')
      .split('\n')
      .filter(line => line.endsWith(',first-author')),
  )
  expect(lines.length).toBeGreaterThan(250)
  const wordings = lines.map(line => wordingOf(line.split(',').slice(3, -1).join(',').replace(names, 'X')))
  expect(wordings.filter(wording => trained.has(wording))).toEqual([])
})

describe('made rows', () => {
  const encode = createTweetEncoder({ maxTokens: 64, entities: [], marks: 4 }, ['is', 'good'])
  const isFound = ({ text, entity }: { readonly text: string; readonly entity: string | null }) =>
    encode({ text, entity }).marks.some(mark => (mark & 1) === 1)

  test('name their entity, or none', () => {
    const material = materialOf(4)
    const rows = Array.from({ length: 1000 }, () => [
      ...makeTwoEntityRows(material),
      makeNegationRow(material),
      makeEmojiRow(material),
    ]).flat()
    const named = rows.filter(({ entity }) => entity !== null)
    expect(named.filter(isFound).length / named.length).toBeGreaterThan(0.99)
    expect(rows.every(({ text }) => !/[{}|]/.test(text))).toBe(true)
  })

  test('never mistake one of two names for the other', () => {
    const { names, dice } = materialOf(5)
    for (let i = 0; i < 1000; i++) {
      const [one, other] = drawTwoNames(names, dice)
      expect(isFound({ text: other.written, entity: one.name }), `${one.name} in ${other.written}`).toBe(false)
      expect(isFound({ text: one.written, entity: other.name }), `${other.name} in ${one.written}`).toBe(false)
    }
  })

  test('are the same for the same seed', () => {
    expect(makeTwoEntityRows(materialOf(6))).toEqual(makeTwoEntityRows(materialOf(6)))
    expect(makeNegationRow(materialOf(6))).toEqual(makeNegationRow(materialOf(6)))
  })
})

test('polar adjectives are strong words of dictionaries that agree, without held-out ones, adverbs and nouns', () => {
  const scores = (words: Readonly<Record<string, number>>) => new Map(Object.entries(words))
  const afinn = scores({ amazing: 4, joyful: 4, painful: -2, happily: 4, victory: 4, mixed: 3, meh: -1, useful: 1 })
  const vader = scores({ painful: -1.9, mixed: -2, gloomy: -2 })
  expect(polarAdjectives({ afinn, vader })).toEqual({ positive: ['joyful'], negative: ['gloomy', 'painful'] })
})
