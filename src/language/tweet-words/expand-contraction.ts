/** Verbs that take "n't", and what stands before it; also as they are typed without the apostrophe where that is no other word. */
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

const CLITIC = /^(.+)('(?:s|d|m|re|ve|ll))$/

/**
 * A word in lower case as the words that it stands for: "don't" and "dont" are "do" and "not", "it's" is "it" and "'s". Negation becomes
 * one word of its own, whatever verb it hangs on.
 */
export function expandContraction(word: string): readonly string[] {
  const known = CONTRACTIONS.get(word)
  if (known !== undefined) return known
  if (!word.includes("'")) return [word]
  const clitic = CLITIC.exec(word)
  if (clitic !== null) return [...expandContraction(clitic[1] as string), clitic[2] as string]
  return [word.replaceAll("'", '')]
}
