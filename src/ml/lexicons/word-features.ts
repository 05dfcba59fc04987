import type { SentimentLexicons } from './sentiment-lexicons.ts'
import type { WordVectors } from './word-vectors.ts'

/**
 * Features of a word from dictionaries: AFINN, VADER, emoji polarity, negation, booster, and whether any polarity is
 * known.
 */
export const LEXICON_FEATURES = 6

/** Function words of a language that the dictionaries do not list. */
export interface FeatureWords {
  readonly negations: ReadonlySet<string>
  /** 1 for words that strengthen, -1 for words that weaken. */
  readonly strengths: ReadonlyMap<string, number>
  /** Words with a vector, for symbols of the tweet notation and for laughs. */
  readonly symbols: ReadonlyMap<string, string>
}

const words = (list: string) => list.split(' ')

export const ENGLISH_FEATURES: FeatureWords = {
  negations: new Set(
    words(
      'not no never none nobody nothing nowhere neither nor without hardly barely scarcely rarely seldom cannot lack lacks lacking',
    ),
  ),
  strengths: new Map<string, number>([
    ...words(
      'very so really too extremely totally absolutely completely incredibly super highly fucking freaking damn deeply most more especially insanely utterly way hella mad',
    ).map(word => [word, 1] as const),
    ...words('slightly somewhat barely hardly kinda sorta almost partly less little marginally occasionally').map(
      word => [word, -1] as const,
    ),
  ]),
  symbols: new Map(
    Object.entries({
      '<url>': 'link',
      '<user>': 'person',
      '<number>': 'number',
      '<entity>': 'company',
      '<3': 'love',
      '</3': 'heartbroken',
      ':)': 'happy smile',
      ';)': 'wink smile',
      ':(': 'sad unhappy',
      ":'(": 'crying sad',
      ':d': 'laugh happy',
      ':p': 'joke playful',
      ':o': 'surprised wow',
      ':*': 'kiss love',
      ':/': 'unsure annoyed',
      '-_-': 'annoyed bored',
      '!!': '!',
      '??': '?',
      "'s": 'is',
      "'m": 'am',
      "'re": 'are',
      "'ve": 'have',
      "'ll": 'will',
      "'d": 'would',
      haha: 'laugh funny',
      lol: 'laugh funny',
      lmao: 'laugh funny',
    }),
  ),
}

const ALIAS = new Map([
  [":'(", ':('],
  [';)', ':)'],
])

/**
 * Fixed vectors of the vocabulary's words, row-major [words, dimensions]. An emoji or symbol has the mean vector of the
 * words that name it; unknown words have zeros.
 */
export function wordVectorRows(
  vocabulary: readonly string[],
  vectors: WordVectors,
  lexicons: SentimentLexicons,
  { symbols }: FeatureWords = ENGLISH_FEATURES,
): Float32Array {
  const { dimensions } = vectors
  const rows = new Float32Array(vocabulary.length * dimensions)
  for (const [index, word] of vocabulary.entries()) {
    const row = rows.subarray(index * dimensions, (index + 1) * dimensions)
    const own = vectors.vectorOf(word)
    if (own !== null) row.set(own)
    else
      addMean(
        row,
        (symbols.get(word) ?? lexicons.emojiNames.get(word) ?? '').toLowerCase().match(/[\p{L}!?]+/gu) ?? [],
        vectors,
      )
  }
  return rows
}

function addMean(row: Float32Array, words: readonly string[], vectors: WordVectors): void {
  const known = words.map(word => vectors.vectorOf(word)).filter(vector => vector !== null)
  for (const vector of known) {
    for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + (vector[i] as number) / known.length
  }
}

/** Row-major [words, LEXICON_FEATURES]. */
export function lexiconRows(
  vocabulary: readonly string[],
  lexicons: SentimentLexicons,
  { negations, strengths }: FeatureWords = ENGLISH_FEATURES,
): Float32Array {
  const { afinn, vader } = lexicons
  const rows = new Float32Array(vocabulary.length * LEXICON_FEATURES)
  for (const [index, word] of vocabulary.entries()) {
    const key = ALIAS.get(word) ?? word
    const scores = [(afinn.get(key) ?? 0) / 5, (vader.get(key) ?? 0) / 4, emojiValue(key, lexicons)]
    const isPolar = scores.some(score => score !== 0)
    rows.set(
      [...scores, negations.has(word) ? 1 : 0, strengths.get(word) ?? 0, isPolar ? 1 : 0],
      index * LEXICON_FEATURES,
    )
  }
  return rows
}

/** Of the emoji, or else the mean of the polar words in its name. */
function emojiValue(key: string, { afinn, vader, emoji, emojiNames }: SentimentLexicons): number {
  const known = emoji.get(key)
  if (known !== undefined) return known / 5
  const names = (emojiNames.get(key) ?? '').toLowerCase().match(/\p{L}+/gu) ?? []
  const values = names.flatMap(word => {
    const value = afinn.has(word) ? (afinn.get(word) as number) / 5 : (vader.get(word) ?? 0) / 4
    return value === 0 ? [] : [value]
  })
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
