import { NEGATION } from '../constructions/negation.ts'
import { MORE_NEGATION } from '../constructions/second-author.ts'
import { drawName } from './draw-name.ts'
import { dressText } from './dress-text.ts'
import { expandConstruction, linesOf } from './expand-construction.ts'
import type { MadeRow, Material } from './made-row.ts'
import { SENTIMENT_OF } from './two-entity-rows.ts'

const CONSTRUCTIONS = [...linesOf(NEGATION), ...linesOf(MORE_NEGATION)].map(line => {
  const sentiment = SENTIMENT_OF[line[0] ?? '']
  if (sentiment === undefined || !line.includes('{X}')) throw new Error(`Not a construction: ${line}`)
  return { sentiment, text: line.slice(2) }
})

/** Subjects of rows that ask about the whole message. */
const THINGS =
  'it|this|the flight|the food|my phone|this place|the movie|the service|this app|the game|that|the hotel'.split('|')

/** Share of the rows that ask about the whole message. */
const WITHOUT_ENTITY = 0.3

/** A negated, wished or questioned opinion about one entity. */
export function makeNegationRow(material: Material): MadeRow {
  const { dice, names } = material
  const { sentiment, text } = dice.pick(CONSTRUCTIONS)
  const isMessage = dice.chance(WITHOUT_ENTITY)
  const { name, written } = drawName(names, dice)
  const subject = isMessage && dice.chance(0.7) ? dice.pick(THINGS) : written
  const filled = expandConstruction(text, material).replaceAll('{X}', subject)
  return { text: dressText(filled, dice), entity: isMessage ? null : name, sentiment }
}
