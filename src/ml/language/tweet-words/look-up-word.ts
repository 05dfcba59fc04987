/** Ids of the words of a model; 0 stands for every word that it does not list. */
export type WordIds = ReadonlyMap<string, number>

/** Each pattern reads a word once from left to right, however long somebody laughs. */
const LAUGHS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/^[bmw]{0,2}(?=[ha]+$)[ha]*?(?:ha|ah){2}/, 'haha'],
  [/^(?=[he]+$)[he]*?(?:he|eh){2}/, 'haha'],
  [/^(?:ja){2,}j?$/, 'haha'],
  [/^l+o+l+(?:o+l+)*(?:z+|s)?$/, 'lol'],
  [/^lm+f*a+o+$/, 'lmao'],
  [/^x+d+$/, ':d'],
]

/** What laughs begin with, which few words do: most need not be held against every pattern. */
const LAUGH_START = /^(?:[bmw]{0,2}[ha]{3}|[he]{3}|jaj|l+[mo]|x+d)/

/** A word in lower case in the spelling that a vocabulary may hold: laughs are one word, and three of a letter and more are two. */
export function normalSpelling(word: string): string {
  if (LAUGH_START.test(word)) {
    const laugh = LAUGHS.find(([pattern]) => pattern.test(word))
    if (laugh !== undefined) return laugh[1]
  }
  return word.replace(/(\p{L})\1{2,}/gu, '$1$1')
}

/** Whether letters were drawn out: "sooo". */
export const isStretched = (word: string): boolean => /(\p{L})\1{2,}/u.test(word)

/**
 * The id of a word in its normal spelling, or of what it is most likely another writing of: one letter where two stand for a drawn-out
 * one, or the same letters without their accents. 0 where none is listed.
 * @param word in lower case, as `normalSpelling` gives it.
 */
export function lookUpWord(word: string, wasStretched: boolean, ids: WordIds): number {
  const id = ids.get(word)
  if (id !== undefined) return id
  const short = wasStretched ? lookUpShorter(word, ids) : undefined
  return short ?? (/[^ -~]/.test(word) ? ids.get(word.normalize('NFD').replace(/\p{M}+/gu, '')) : undefined) ?? 0
}

/** "happyy" is "happy" and not "hapy": of the letters that stand twice one is taken once, and only then all are. */
function lookUpShorter(word: string, ids: WordIds): number | undefined {
  if (word.length > LONGEST_STRETCHED) return undefined
  for (const { 0: pair, index } of word.matchAll(/(\p{L})\1/gu)) {
    const id = ids.get(word.slice(0, index) + word.slice(index + pair.length / 2))
    if (id !== undefined) return id
  }
  return ids.get(word.replace(/(\p{L})\1/gu, '$1'))
}

/** Letters that are left of a drawn-out word; what is longer is a key held down. */
const LONGEST_STRETCHED = 40
