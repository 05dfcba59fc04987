import { dressText } from './dress-text.ts'
import { expandConstruction } from './expand-construction.ts'
import type { Material } from './made-row.ts'

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** A text and a brand that it does not mention, because it means the ordinary word. */
export interface OrdinaryUse {
  readonly text: string
  readonly entity: string
}

/**
 * The first ordinary word of a tweet, as the name of a brand. Null if the tweet has none, or writes everything in lower
 * case, even its names.
 */
export function findOrdinaryUse(text: string, words: ReadonlySet<string>): OrdinaryUse | null {
  if (!/\p{Lu}/u.test(text)) return null
  const found = text.match(/(?<![@#\p{L}\p{N}_'’.-])\p{Ll}+(?![\p{L}\p{N}_'’-])/gu)?.find(word => words.has(word))
  return found === undefined ? null : { text, entity: capitalised(found) }
}

/** A short tweet with an ordinary word, asked about the brand of that name. */
export function makeOrdinaryUse(material: Material): OrdinaryUse {
  const { dice, constructions } = material
  const word = dice.pick(constructions.ordinaryWords)
  const text = expandConstruction(dice.pick(constructions.ordinaryUses), material).replaceAll('{W}', word)
  const tweet = dressText(text, material)
  return { text: tweet.slice(0, 1).toUpperCase() + tweet.slice(1), entity: capitalised(word) }
}
