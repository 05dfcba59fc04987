import { drawNames } from './draw-name.ts'
import { dressText } from './dress-text.ts'
import { expandConstruction } from './expand-construction.ts'
import type { MadeRow, Material } from './made-row.ts'
import type { Sentiment } from './sentiment.ts'

/** Share of the rows that come from the lists; the grammar makes the others. */
const FROM_LISTS = 0.45

/** Entities of constructions, in the order of their labels. */
const ENTITIES = ['{A}', '{B}', '{C}']

/** A text about two or three entities, asked about each of them. */
export function makeTwoEntityRows(material: Material): readonly MadeRow[] {
  const { dice, names, constructions } = material
  const { sentiments, text } = dice.pick(dice.chance(FROM_LISTS) ? constructions.listed : constructions.grammar)
  const drawn = drawNames(sentiments.length, names, dice)
  const filled = drawn.reduce(
    (unfilled, { written }, index) => unfilled.replaceAll(ENTITIES[index] as string, written),
    expandConstruction(text, material),
  )
  const tweet = dressText(filled, material)
  return drawn.map(({ name }, index) => ({ text: tweet, entity: name, sentiment: sentiments[index] as Sentiment }))
}
