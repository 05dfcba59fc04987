export interface CacheLimits {
  /** Maximum number of kept results. */
  readonly most: number
  /** In UTF-16 units. Longer texts rarely repeat and would make the memory bound meaningless. */
  readonly longest: number
}

/**
 * Memoizes a pure function of a text. Words follow Zipf's law: a few thousand make up nine tenths of all text. The
 * cache has two generations instead of an LRU list. A result that the younger generation lacks is copied from the older
 * one. When the younger one is full, it replaces the older one. A hit costs one look-up and no reordering.
 */
export function memoize<Answer extends object>(
  read: (text: string) => Answer,
  { most, longest }: CacheLimits,
): (text: string) => Answer {
  let younger = new Map<string, Answer>()
  let older = new Map<string, Answer>()
  return text => {
    const known = younger.get(text)
    if (known !== undefined) return known
    if (text.length > longest) return read(text)
    const key = ownCopy(text)
    const answer = older.get(key) ?? read(key)
    if (younger.size >= most >> 1) {
      older = younger
      younger = new Map()
    }
    younger.set(key, answer)
    return answer
  }
}

/** Engines share characters between strings: a word cut out of a text may keep the whole text in memory. */
const ownCopy = (text: string) => text.split('').join('')
