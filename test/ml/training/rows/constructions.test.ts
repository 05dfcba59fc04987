import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createTweetEncoder } from '../../../../src/ml/language/tweet-words/tweet-encoder.ts'
import {
  REMAINING_NEGATION,
  REMAINING_QUOTES,
  REMAINING_SLOTS,
  REMAINING_TWO_ENTITIES,
} from '../../../../src/ml/training/constructions/fourth-author.ts'
import { ORDINARY_WORDS } from '../../../../src/ml/training/constructions/homonyms.ts'
import { GROUPS, NEUTRAL_ABOUT_GROUPS } from '../../../../src/ml/training/constructions/identity.ts'
import { NEGATION } from '../../../../src/ml/training/constructions/negation.ts'
import { PORTUGUESE_ROWS } from '../../../../src/ml/training/constructions/portuguese.ts'
import { MORE_NEGATION, MORE_TWO_ENTITIES } from '../../../../src/ml/training/constructions/second-author.ts'
import { SPANISH_ROWS } from '../../../../src/ml/training/constructions/spanish.ts'
import {
  FURTHER_BLAME,
  FURTHER_FACT,
  FURTHER_NEGATION,
  FURTHER_PRAISE,
  FURTHER_TWO_ENTITIES,
  QUOTES,
} from '../../../../src/ml/training/constructions/third-author.ts'
import { TWO_ENTITIES } from '../../../../src/ml/training/constructions/two-entities.ts'
import { TWO_ENTITY_GRAMMAR } from '../../../../src/ml/training/constructions/two-entity-grammar.ts'
import { BLAME, FACT, PRAISE, SLOTS } from '../../../../src/ml/training/constructions/words.ts'
import { type DrawnName, drawNames } from '../../../../src/ml/training/rows/draw-name.ts'
import { makeEmojiRow } from '../../../../src/ml/training/rows/emoji-rows.ts'
import { expandConstruction, linesOf } from '../../../../src/ml/training/rows/expand-construction.ts'
import { makeIdentityRow } from '../../../../src/ml/training/rows/identity-rows.ts'
import { makeNegationRow, makeQuoteRow } from '../../../../src/ml/training/rows/one-entity-rows.ts'
import { findOrdinaryUse, makeOrdinaryUse } from '../../../../src/ml/training/rows/ordinary-words.ts'
import { HELD_OUT_ADJECTIVES, polarAdjectives } from '../../../../src/ml/training/rows/polar-adjectives.ts'
import { prepareConstructions } from '../../../../src/ml/training/rows/prepare-constructions.ts'
import { makeTwoEntityRows } from '../../../../src/ml/training/rows/two-entity-rows.ts'
import { materialOf } from './material.ts'

const LISTS = [TWO_ENTITIES, MORE_TWO_ENTITIES, FURTHER_TWO_ENTITIES, REMAINING_TWO_ENTITIES].flatMap(linesOf)
const TWO = [...LISTS, ...linesOf(TWO_ENTITY_GRAMMAR)]
const ONE = [NEGATION, MORE_NEGATION, FURTHER_NEGATION, REMAINING_NEGATION, QUOTES, REMAINING_QUOTES].flatMap(linesOf)

/** Brackets between spaces and in faces belong to the tweet; others are left of alternatives. */
const withoutBrackets = (text: string) => text.replace(/:[()]/g, '').replace(/ [()](?= |$)/g, '')

describe('constructions', () => {
  test.each(TWO)('about two entities: %s', line => {
    const [labels = ''] = line.split(' ', 1)
    expect(labels).toMatch(/^[-+0]{2,3}$/)
    const text = expandConstruction(line.slice(labels.length + 1), materialOf(1))
    const named = [...new Set(text.match(/\{\w+\}/g))].toSorted()
    expect(named).toEqual(['{A}', '{B}', '{C}'].slice(0, labels.length))
    expect(withoutBrackets(text)).not.toMatch(/[()|]|\{[^ABC]/)
  })

  test.each(ONE)('about one entity: %s', line => {
    expect(line).toMatch(/^[-+0] \S/)
    const text = expandConstruction(line.slice(2), materialOf(2))
    expect(text).toContain('{X}')
    expect(withoutBrackets(text)).not.toMatch(/[()|]|\{[^X]/)
  })

  test('of the lists are all different', () => {
    expect(new Set(LISTS).size).toBe(LISTS.length)
    expect(new Set(ONE).size).toBe(ONE.length)
  })

  test('contain no adjective of the held-out constructions', () => {
    const further = [FURTHER_PRAISE, FURTHER_BLAME, FURTHER_FACT]
    const all = [
      ...TWO,
      ...ONE,
      PRAISE,
      BLAME,
      FACT,
      ...further,
      ...Object.values({ ...SLOTS, ...REMAINING_SLOTS }),
    ].join(' ')
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
      makeQuoteRow(material),
      makeIdentityRow(material),
      makeEmojiRow(material),
    ]).flat()
    const named = rows.filter(({ entity }) => entity !== null)
    expect(named.filter(isFound).length / named.length).toBeGreaterThan(0.99)
    expect(rows.every(({ text }) => !/[{}|]/.test(text))).toBe(true)
  })

  test('never mistake one of two names for the other', () => {
    const { names, dice } = materialOf(5)
    for (let i = 0; i < 1000; i++) {
      const [one, other] = drawNames(2, names, dice) as [DrawnName, DrawnName]
      expect(isFound({ text: other.written, entity: one.name }), `${one.name} in ${other.written}`).toBe(false)
      expect(isFound({ text: one.written, entity: other.name }), `${other.name} in ${one.written}`).toBe(false)
    }
  })

  test('are the same for the same seed', () => {
    expect(makeTwoEntityRows(materialOf(6))).toEqual(makeTwoEntityRows(materialOf(6)))
    expect(makeNegationRow(materialOf(6))).toEqual(makeNegationRow(materialOf(6)))
  })
})

describe.each([
  ['Spanish', SPANISH_ROWS],
  ['Portuguese', PORTUGUESE_ROWS],
])('%s constructions', (_, language) => {
  const constructions = prepareConstructions(language)
  const two = [...constructions.listed, ...constructions.grammar]
  const material = { ...materialOf(7), constructions }

  test('have words for every slot, and name their entities', () => {
    for (const { text } of two) {
      const written = expandConstruction(text, material).replace(/:[()]/g, '')
      expect(written).toContain('{A}')
      expect(written).toContain('{B}')
      expect(written).not.toMatch(/[()|]|\{[^AB]/)
    }
    for (const { text } of constructions.negation) {
      expect(expandConstruction(text, material)).not.toMatch(/[()|]|\{[^X]/)
    }
  })

  test('are all different, and express the opposite of each entity if the labels do', () => {
    const lines = [...language.twoEntities, ...language.negation].flatMap(linesOf)
    expect(lines.filter((line, index) => lines.indexOf(line) < index)).toEqual([])
    const rows = Array.from({ length: 300 }, () => makeTwoEntityRows(material))
    expect(rows.filter(([one, other]) => one?.sentiment !== other?.sentiment).length).toBeGreaterThan(200)
  })
})

test('no held-out construction of the Spanish evaluation is among those of training', () => {
  const { listed, grammar, negation } = prepareConstructions(SPANISH_ROWS)
  const wording = (text: string) => (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')
  const trained = new Set([...listed, ...grammar, ...negation].map(({ text }) => wording(text)))
  const names = /\p{Lu}[\p{L}\d]*(?: (?:y |del )?\p{Lu}\p{L}*)*/gu
  const lines = ['contrast', 'negation'].flatMap(file =>
    readFileSync(`development/es/${file}.csv`, 'utf8')
      .split('\n')
      .filter(line => /,(?:peninsular|american)$/.test(line)),
  )
  expect(lines.length).toBeGreaterThan(200)
  const wordings = lines.map(line => wording(line.split(',').slice(3, -1).join(',').replace(names, 'X')))
  expect(wordings.filter(text => trained.has(text))).toEqual([])
})

test('polar adjectives are strong words of dictionaries that agree, without held-out ones, adverbs and nouns', () => {
  const scores = (words: Readonly<Record<string, number>>) => new Map(Object.entries(words))
  const afinn = scores({ amazing: 4, joyful: 4, painful: -2, happily: 4, victory: 4, mixed: 3, meh: -1, useful: 1 })
  const vader = scores({ painful: -1.9, mixed: -2, gloomy: -2 })
  expect(polarAdjectives({ afinn, vader })).toEqual({ positive: ['joyful'], negative: ['gloomy', 'painful'] })
})

describe('ordinary words', () => {
  const columnOf = (file: string, column: number) =>
    readFileSync(`development/${file}.csv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(',')[column] ?? '')

  test('are asked for as a name, if the tweet writes them in lower case and other words with a capital', () => {
    const listed = new Set(ORDINARY_WORDS.trim().split(/[|\n]/))
    expect(findOrdinaryUse('Our coach was late', listed)).toEqual({ text: 'Our coach was late', entity: 'Coach' })
    expect(findOrdinaryUse('our coach was late', listed)).toBeNull()
    expect(findOrdinaryUse('My Coach bag, #coach @coach and coaching', listed)).toBeNull()
    const made = Array.from({ length: 200 }, () => makeOrdinaryUse(materialOf(7)))
    for (const { text, entity } of made) {
      expect(text).toMatch(/^\P{Ll}/u)
      expect(text.toLowerCase()).toContain(entity.toLowerCase())
    }
  })

  test('are not those of the evaluation', () => {
    const words = new Set(ORDINARY_WORDS.trim().split(/[|\n]/))
    const asked = columnOf('homonyms', 1).map(name => name.toLowerCase())
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter(name => words.has(name))).toEqual([])
  })

  test('and groups of people neither: other groups, in other sentences', () => {
    const texts = columnOf('identity', 3).map(text => text.toLowerCase())
    expect(texts.length).toBeGreaterThan(300)
    const isGroup = new Set(GROUPS.split('|'))
    // Everyday words of the sentences, such as "man", may be in both.
    const shared = new Set(texts.flatMap(text => text.split(/[^a-z-]+/)).filter(word => isGroup.has(word)))
    expect([...shared]).toEqual(['man'])
    const trained = new Set(linesOf(NEUTRAL_ABOUT_GROUPS).map(wordingOf))
    expect(texts.filter(text => trained.has(wordingOf(text)))).toEqual([])
  })
})
