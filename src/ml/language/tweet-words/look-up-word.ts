/** Ids of the words in a model's vocabulary; 0 is the id of all others. */
export type WordIds = ReadonlyMap<string, number>

/** Each pattern scans a word once from left to right, even a very long laugh. */
const LAUGHS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/^[bmw]{0,2}(?=[ha]+$)[ha]*?(?:ha|ah){2}/, 'haha'],
  [/^(?=[he]+$)[he]*?(?:he|eh){2}/, 'haha'],
  [/^(?:ja){2,}j?$/, 'haha'],
  [/^l+o+l+(?:o+l+)*(?:z+|s)?$/, 'lol'],
  [/^lm+f*a+o+$/, 'lmao'],
  [/^x+d+$/, ':d'],
]

/** First letters of laughs. Few other words begin with them, so most words skip the patterns. */
const LAUGH_START = /^(?:[bmw]{0,2}[ha]{3}|[he]{3}|jaj|l+[mo]|x+d)/

/**
 * Normalises a lower-case word to the spelling that a vocabulary may contain. Laughs become one word; three or more
 * equal letters become two.
 */
export function normalSpelling(word: string): string {
  if (LAUGH_START.test(word)) {
    const laugh = LAUGHS.find(([pattern]) => pattern.test(word))
    if (laugh !== undefined) return laugh[1]
  }
  return word.replace(/(\p{L})\1{2,}/gu, '$1$1')
}

/** Whether letters are repeated for emphasis: "sooo". */
export const isStretched = (word: string): boolean => /(\p{L})\1{2,}/u.test(word)

/**
 * Returns the id of a normalised word, or of the word that it most likely stands for: with doubled letters reduced if
 * it was stretched, or without accents. 0 if none is listed.
 * @param word in lower case, as `normalSpelling` returns it.
 */
export function lookUpWord(word: string, wasStretched: boolean, ids: WordIds): number {
  const id = ids.get(word)
  if (id !== undefined) return id
  const short = wasStretched ? lookUpShorter(word, ids) : undefined
  return short ?? (/[^ -~]/.test(word) ? ids.get(word.normalize('NFD').replace(/\p{M}+/gu, '')) : undefined) ?? 0
}

/** "happyy" is "happy" and not "hapy": one doubled letter is reduced at a time, and only then all of them. */
function lookUpShorter(word: string, ids: WordIds): number | undefined {
  if (word.length > LONGEST_STRETCHED) return undefined
  for (const { 0: pair, index } of word.matchAll(/(\p{L})\1/gu)) {
    const id = ids.get(word.slice(0, index) + word.slice(index + pair.length / 2))
    if (id !== undefined) return id
  }
  return ids.get(word.replace(/(\p{L})\1/gu, '$1'))
}

/** Letters of a stretched word; a longer one is a key held down. */
const LONGEST_STRETCHED = 40
