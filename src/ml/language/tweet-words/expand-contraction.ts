/** Verbs that keep their spelling before "n't"; "dont" is as common as "don't". */
const VERBS = [
  'do',
  'does',
  'did',
  'is',
  'are',
  'was',
  'were',
  'have',
  'has',
  'had',
  'could',
  'would',
  'should',
  'must',
  'might',
  'need',
  'ought',
  'dare',
] as const

/**
 * Verbs that change before "n't", with the spellings without an apostrophe that are not other words (unlike "its" and
 * "were").
 */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  "can't": ['can', 'not'],
  cant: ['can', 'not'],
  cannot: ['can', 'not'],
  "won't": ['will', 'not'],
  wont: ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['is', 'not'],
  aint: ['is', 'not'],
  "y'all": ['you', 'all'],
  yall: ['you', 'all'],
  im: ['i', "'m"],
  ive: ['i', "'ve"],
  youre: ['you', "'re"],
  youve: ['you', "'ve"],
  theyre: ['they', "'re"],
  thats: ['that', "'s"],
  whats: ['what', "'s"],
  theres: ['there', "'s"],
  hes: ['he', "'s"],
  shes: ['she', "'s"],
}

const CONTRACTIONS = new Map<string, readonly string[]>([
  ...VERBS.flatMap(verb => [[`${verb}n't`, [verb, 'not']] as const, [`${verb}nt`, [verb, 'not']] as const]),
  ...Object.entries(IRREGULAR),
])

const CLITIC = /'(?:s|d|m|re|ve|ll)$/

/** In letters. A longer string is not a word, and stripping clitics from it would take quadratic time. */
const LONGEST_WORD = 40

/**
 * Expands a lower-case word: "don't" and "dont" become "do" and "not", "it's" becomes "it" and "'s". Negation becomes a
 * word of its own after any verb.
 */
export function expandContraction(word: string): readonly string[] {
  const known = CONTRACTIONS.get(word)
  if (known !== undefined) return known
  if (!word.includes("'")) return [word]
  const start = word.length > LONGEST_WORD ? 0 : word.search(CLITIC)
  if (start > 0) return [...expandContraction(word.slice(0, start)), word.slice(start)]
  return [word.replaceAll("'", '')]
}
