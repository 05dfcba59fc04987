/** Verbs that take "n't" and keep their spelling before it; "dont" is typed for "don't" as often as not. */
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

/** Verbs that change before "n't", and what is typed without an apostrophe where that is no other word ("its" and "were" are). */
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

/** Letters; what is longer is no word, and taking clitic after clitic off it would take time that grows with its square. */
const LONGEST_WORD = 40

/**
 * A word in lower case as the words that it stands for: "don't" and "dont" are "do" and "not", "it's" is "it" and "'s". Negation becomes
 * one word of its own, whatever verb it hangs on.
 */
export function expandContraction(word: string): readonly string[] {
  const known = CONTRACTIONS.get(word)
  if (known !== undefined) return known
  if (!word.includes("'")) return [word]
  const start = word.length > LONGEST_WORD ? 0 : word.search(CLITIC)
  if (start > 0) return [...expandContraction(word.slice(0, start)), word.slice(start)]
  return [word.replaceAll("'", '')]
}
