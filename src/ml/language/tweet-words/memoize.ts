export interface RememberOptions {
  /** Answers that are kept at most. */
  readonly most: number
  /** UTF-16 units of a text whose answer is kept; a longer one is seldom seen twice, and would make the bound say little. */
  readonly longest: number
}

/**
 * The same pure function, which reads a text once as long as it is asked for now and then. Words follow Zipf's law: a few thousand
 * are nine tenths of all that is ever written. Two generations instead of a list by last use: what the younger one lacks is taken over
 * from the older one, which is let go when the younger one is full, so that an answer costs one look-up and no list is kept in order.
 */
export function remember<Answer extends object>(
  read: (text: string) => Answer,
  { most, longest }: RememberOptions,
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

/** A word that was cut out of a text may keep all of that text in memory, as engines share the characters. */
const ownCopy = (text: string) => text.split('').join('')
