import { MORE_TWO_ENTITIES } from '../constructions/second-author.ts'
import { FURTHER_TWO_ENTITIES } from '../constructions/third-author.ts'
import { TWO_ENTITIES } from '../constructions/two-entities.ts'
import { TWO_ENTITY_GRAMMAR } from '../constructions/two-entity-grammar.ts'
import { drawNames } from './draw-name.ts'
import { dressText } from './dress-text.ts'
import { expandConstruction, linesOf } from './expand-construction.ts'
import type { MadeRow, Material, Sentiment } from './made-row.ts'

/** Share of the rows that come from the lists; the grammar makes the others. */
const FROM_LISTS = 0.45

export const SENTIMENT_OF: Readonly<Record<string, Sentiment>> = { '-': 0, '0': 1, '+': 2 }

/** Entities of constructions, in the order of their labels. */
const ENTITIES = ['{A}', '{B}', '{C}']

const parse = (line: string) => {
  const [labels = ''] = line.split(' ', 1)
  const text = line.slice(labels.length + 1)
  const sentiments = Array.from(labels, label => SENTIMENT_OF[label])
  if (sentiments.length < 2 || sentiments.includes(undefined) || !text.includes('{')) {
    throw new Error(`Not a construction: ${line}`)
  }
  return { sentiments: sentiments as readonly Sentiment[], text }
}
const LISTED = [TWO_ENTITIES, MORE_TWO_ENTITIES, FURTHER_TWO_ENTITIES].flatMap(linesOf).map(parse)
const GRAMMAR = linesOf(TWO_ENTITY_GRAMMAR).map(parse)

/** A text about two or three entities, asked about each of them. */
export function makeTwoEntityRows(material: Material): readonly MadeRow[] {
  const { dice, names } = material
  const { sentiments, text } = dice.pick(dice.chance(FROM_LISTS) ? LISTED : GRAMMAR)
  const drawn = drawNames(sentiments.length, names, dice)
  const filled = drawn.reduce(
    (unfilled, { written }, index) => unfilled.replaceAll(ENTITIES[index] as string, written),
    expandConstruction(text, material),
  )
  const tweet = dressText(filled, dice)
  return drawn.map(({ name }, index) => ({ text: tweet, entity: name, sentiment: sentiments[index] as Sentiment }))
}
