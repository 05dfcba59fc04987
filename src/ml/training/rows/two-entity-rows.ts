import { MORE_TWO_ENTITIES } from '../constructions/second-author.ts'
import { TWO_ENTITIES } from '../constructions/two-entities.ts'
import { TWO_ENTITY_GRAMMAR } from '../constructions/two-entity-grammar.ts'
import { drawTwoNames } from './draw-name.ts'
import { dressText } from './dress-text.ts'
import { expandConstruction, linesOf } from './expand-construction.ts'
import type { MadeRow, Material, Sentiment } from './made-row.ts'

/** Share of the rows that come from the lists; the grammar makes the others. */
const FROM_LISTS = 1 / 3

export const SENTIMENT_OF: Readonly<Record<string, Sentiment>> = { '-': 0, '0': 1, '+': 2 }

const parse = (line: string) => {
  const [labels = '', text = ''] = [line.slice(0, 2), line.slice(3)]
  const [a, b] = [SENTIMENT_OF[labels[0] ?? ''], SENTIMENT_OF[labels[1] ?? '']]
  if (a === undefined || b === undefined || !text.includes('{')) throw new Error(`Not a construction: ${line}`)
  return { a, b, text }
}
const LISTED = [...linesOf(TWO_ENTITIES), ...linesOf(MORE_TWO_ENTITIES)].map(parse)
const GRAMMAR = linesOf(TWO_ENTITY_GRAMMAR).map(parse)

/** A text about two entities, asked about each of them. */
export function makeTwoEntityRows(material: Material): readonly MadeRow[] {
  const { dice, names } = material
  const { a, b, text } = dice.pick(dice.chance(FROM_LISTS) ? LISTED : GRAMMAR)
  const [first, second] = drawTwoNames(names, dice)
  const filled = expandConstruction(text, material).replaceAll('{A}', first.written).replaceAll('{B}', second.written)
  const tweet = dressText(filled, dice)
  return [
    { text: tweet, entity: first.name, sentiment: a },
    { text: tweet, entity: second.name, sentiment: b },
  ]
}
