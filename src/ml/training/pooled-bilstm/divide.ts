import { groupBucket } from '../../evaluation/splits/grouped.ts'
import { encodeTrainedOn, trainedOnTest } from '../../evaluation/trained-on.ts'
import type { Corpus, CorpusRow } from '../corpora.ts'

/** Which buckets of tweet ids (sha1 of the id, modulo 10) are kept from training. */
export interface Buckets {
  /** Of the first corpus only: what its figures are measured on. */
  readonly test: readonly number[]
  /** Of every corpus that names no rows to develop on. */
  readonly development: readonly number[]
  /** The first corpus is divided by row on purpose, and its training rows stay whatever they share with those kept back. */
  readonly isLeaky?: boolean
}

export interface DividedCorpus {
  readonly corpus: Corpus
  readonly training: readonly CorpusRow[]
  readonly development: readonly CorpusRow[]
  readonly test: readonly CorpusRow[]
}

/**
 * Divides corpora by tweet: rows that share an id stay together, and no row is trained on whose id or text stands among the rows kept
 * back of any corpus; unless the first one is leaky on purpose.
 */
export function divideCorpora(corpora: readonly Corpus[], buckets: Buckets): DividedCorpus[] {
  const { test, development, isLeaky = false } = buckets
  const divided = corpora.map((corpus, index) => {
    const namesRows = corpus.rows.some(row => row.isDevelopment)
    const partOf = (row: CorpusRow): 'training' | 'development' | 'test' => {
      if (row.isDevelopment) return 'development'
      const bucket = groupBucket(row.id ?? row.text)
      if (index === 0 && test.includes(bucket)) return 'test'
      return !namesRows && development.includes(bucket) ? 'development' : 'training'
    }
    const parts = { training: [] as CorpusRow[], development: [] as CorpusRow[], test: [] as CorpusRow[] }
    for (const row of corpus.rows) parts[partOf(row)].push(row)
    return { corpus, ...parts }
  })
  const kept = divided.flatMap(part => [...part.development, ...part.test])
  const isKept = trainedOnTest(encodeTrainedOn(kept))
  const longIds = new Set(kept.flatMap(({ id }) => (id !== null && id.length > SHORT_ID ? [id] : [])))
  return divided.map((part, index) => {
    if (isLeaky && index === 0) return part
    // Rows that the user names may leave variants of their tweet behind.
    const ownIds = new Set(part.development.map(({ id }) => id))
    const hasKeptId = ({ id }: CorpusRow) => id !== null && (ownIds.has(id) || longIds.has(id))
    return { ...part, training: part.training.filter(row => !hasKeptId(row) && !isKept(row)) }
  })
}

/** Longer ids are those of the platform and mean the same tweet in every corpus. */
const SHORT_ID = 12
