import type { OneEntity } from './constructions.ts'
import { drawName } from './draw-name.ts'
import { dressText } from './dress-text.ts'
import { expandConstruction } from './expand-construction.ts'
import type { MadeRow, Material } from './made-row.ts'

/** Share of the rows that ask about the whole message. */
const WITHOUT_ENTITY = 0.3

/** A negated, changed, wished or questioned opinion about one entity. */
export const makeNegationRow = (material: Material): MadeRow => makeRow(material.constructions.negation, material)

/** An opinion that the text quotes, beside or without one of its own. */
export const makeQuoteRow = (material: Material): MadeRow => makeRow(material.constructions.quotes, material)

function makeRow(list: readonly OneEntity[], material: Material): MadeRow {
  const { dice, names, constructions } = material
  const { sentiment, text } = dice.pick(list)
  const isMessage = dice.chance(WITHOUT_ENTITY)
  const { name, written } = drawName(names, dice)
  const subject = isMessage && dice.chance(0.7) ? dice.pick(constructions.things) : written
  const filled = expandConstruction(text, material).replaceAll('{X}', subject)
  return { text: dressText(filled, material), entity: isMessage ? null : name, sentiment }
}
