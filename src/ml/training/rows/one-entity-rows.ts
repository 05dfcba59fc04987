import { NEGATION } from '../constructions/negation.ts'
import { MORE_NEGATION } from '../constructions/second-author.ts'
import { FURTHER_NEGATION, QUOTES } from '../constructions/third-author.ts'
import { drawName } from './draw-name.ts'
import { dressText } from './dress-text.ts'
import { expandConstruction, linesOf } from './expand-construction.ts'
import type { MadeRow, Material } from './made-row.ts'
import { SENTIMENT_OF } from './two-entity-rows.ts'

const parse = (line: string) => {
  const sentiment = SENTIMENT_OF[line[0] ?? '']
  if (sentiment === undefined || !line.includes('{X}')) throw new Error(`Not a construction: ${line}`)
  return { sentiment, text: line.slice(2) }
}
const NEGATED = [NEGATION, MORE_NEGATION, FURTHER_NEGATION].flatMap(linesOf).map(parse)
const QUOTED = linesOf(QUOTES).map(parse)

/** Subjects of rows that ask about the whole message. */
const THINGS =
  'it|this|the flight|the food|my phone|this place|the movie|the service|this app|the game|that|the hotel'.split('|')

/** Share of the rows that ask about the whole message. */
const WITHOUT_ENTITY = 0.3

/** A negated, changed, wished or questioned opinion about one entity. */
export const makeNegationRow = (material: Material): MadeRow => makeRow(NEGATED, material)

/** An opinion that the text quotes, beside or without one of its own. */
export const makeQuoteRow = (material: Material): MadeRow => makeRow(QUOTED, material)

function makeRow(constructions: typeof NEGATED, material: Material): MadeRow {
  const { dice, names } = material
  const { sentiment, text } = dice.pick(constructions)
  const isMessage = dice.chance(WITHOUT_ENTITY)
  const { name, written } = drawName(names, dice)
  const subject = isMessage && dice.chance(0.7) ? dice.pick(THINGS) : written
  const filled = expandConstruction(text, material).replaceAll('{X}', subject)
  return { text: dressText(filled, dice), entity: isMessage ? null : name, sentiment }
}
