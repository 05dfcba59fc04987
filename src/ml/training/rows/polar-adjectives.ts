import type { SentimentLexicons } from '../../lexicons/sentiment-lexicons.ts'
import type { Material } from './made-row.ts'

/** Endings of adjectives and participles: dictionaries do not list parts of speech. */
const ADJECTIVE = /(?:ful|ous|able|ible|ive|less|ic|al|ed|ing|ant|ent|y|ish|some)$/
/** Adverbs, nouns and names of acts that end alike. */
const OTHER = /(?:ly|ment|ancy|ency|logy|graphy|cracy|nomy|tomy|ory|ity|asty|elty)$/

/** Strength on a scale from 0 to 1, from which on a word is an opinion. */
const STRONG = 0.35

/** Adjectives of the evaluation's constructions, which are not trained on in constructions. */
export const HELD_OUT_ADJECTIVES = new Set([
  ...['fantastic', 'marvellous', 'amazing', 'flawless', 'awesome', 'spotless', 'splendid'],
  ...['terrible', 'atrocious', 'abysmal', 'horrendous', 'lousy', 'filthy', 'hopeless'],
])

/** Words of AFINN and VADER that can follow "is". */
export function polarAdjectives({ afinn, vader }: Pick<SentimentLexicons, 'afinn' | 'vader'>): Material['adjectives'] {
  const words = [...new Set([...afinn.keys(), ...vader.keys()])].filter(
    word => /^[a-z]{4,14}$/.test(word) && ADJECTIVE.test(word) && !OTHER.test(word) && !HELD_OUT_ADJECTIVES.has(word),
  )
  const scoresOf = (word: string) => {
    const known = [(afinn.get(word) ?? 0) / 5, (vader.get(word) ?? 0) / 4].filter(score => score !== 0)
    return known.length === 0 ? [0] : known
  }
  const all = (sign: 1 | -1) => words.filter(word => scoresOf(word).every(score => sign * score >= STRONG)).toSorted()
  return { positive: all(1), negative: all(-1) }
}

/** Words of a list of AFINN's scale that are strong enough, of a form that the language accepts. */
export function polarWords(
  afinn: ReadonlyMap<string, number>,
  isAdjective: (word: string) => boolean,
): Material['adjectives'] {
  const all = (sign: 1 | -1) =>
    [...afinn].flatMap(([word, score]) => ((sign * score) / 5 >= STRONG && isAdjective(word) ? [word] : [])).toSorted()
  return { positive: all(1), negative: all(-1) }
}
