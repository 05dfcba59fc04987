/** Ids of the words of a model; 0 stands for every word that it does not list. */
export type WordIds = ReadonlyMap<string, number>

const LAUGHS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/^(?:b?w?a*h*a*(?:ha|ah){2,}h?|(?:he|eh){3,}h?|(?:ja){2,}j?|(?:hehe)+)$/, 'haha'],
  [/^l+o+l+(?:o+l+|z+|s)*$/, 'lol'],
  [/^lm+f*a+o+$/, 'lmao'],
  [/^x+d+$/, ':d'],
]

/** A word in one of the spellings that a vocabulary may hold: laughs are one word, and three letters and more in a row are two. */
export function normalSpelling(word: string): string {
  if (word.length > 2) {
    const laugh = LAUGHS.find(([pattern]) => pattern.test(word))
    if (laugh !== undefined) return laugh[1]
  }
  return word.replace(/(\p{L})\1{2,}/gu, '$1$1')
}

/** Whether letters were drawn out: "sooo". */
export const isStretched = (word: string): boolean => /(\p{L})\1{2,}/u.test(word)

/**
 * The id of a word in its normal spelling, or of what it is most likely another writing of: one letter where two stand for a drawn-out
 * one, without accents, with British endings turned American. 0 where none is listed.
 */
export function lookUpWord(word: string, wasStretched: boolean, ids: WordIds): number {
  const id = ids.get(word)
  if (id !== undefined) return id
  if (wasStretched) {
    const short = ids.get(word.replace(/(\p{L})\1/gu, '$1'))
    if (short !== undefined) return short
  }
  const plain = word.normalize('NFD').replace(/\p{M}+/gu, '')
  if (plain !== word) return ids.get(plain) ?? 0
  return ids.get(word.replace(/^'|'$/g, '')) ?? 0
}
