import { groupBucket } from '../../evaluation/splits/grouped.ts'
import { encodeTrainedOn, trainedOnTest } from '../../evaluation/trained-on.ts'
import type { Corpus, CorpusRow } from '../corpora.ts'

/** Buckets of tweet ids (sha1 of the id, modulo 10) that are held out from training. */
export interface Buckets {
  /** Only for the first corpus: the test rows. */
  readonly test: readonly number[]
  /** For every corpus without chosen development rows. */
  readonly development: readonly number[]
  /**
   * The first corpus is divided by row on purpose: its training rows are kept even if they share tweets with held-out
   * rows.
   */
  readonly isLeaky?: boolean
}

export interface DividedCorpus {
  readonly corpus: Corpus
  readonly training: readonly CorpusRow[]
  readonly development: readonly CorpusRow[]
  readonly test: readonly CorpusRow[]
}

/**
 * Divides corpora by tweet: rows with the same id stay together. No row is trained on if its id or text occurs among
 * the held-out rows of any corpus, unless the first corpus is leaky on purpose.
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
    // Rows that the user chose may have variants of their tweet among the other rows.
    const ownIds = new Set(part.development.map(({ id }) => id))
    const hasKeptId = ({ id }: CorpusRow) => id !== null && (ownIds.has(id) || longIds.has(id))
    return { ...part, training: part.training.filter(row => !hasKeptId(row) && !isKept(row)) }
  })
}

/** Longer ids come from the platform and identify the same tweet in every corpus. */
const SHORT_ID = 12
