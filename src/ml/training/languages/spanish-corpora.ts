import type { KnownCorpus } from '../known-corpora.ts'

/** The corpora of the Spanish model. The card of the model names their authors. */
export const SPANISH_CORPORA: readonly KnownCorpus[] = [
  { name: 'tass-general', file: 'spanish.csv', only: { column: 'source', value: 'tass_general' } },
  // Labels on which the systems of a competition agreed.
  { name: 'tass-pooled', file: 'spanish.csv', only: { column: 'source', value: 'tass60k_part' } },
  { name: 'intertass-2020', file: 'spanish.csv', only: { column: 'source', value: 'intertass2020' } },
  { name: 'xlm-t-es', file: 'spanish.csv', only: { column: 'source', value: 'xlmt_es' } },
  {
    name: 'semeval-2016-es',
    file: 'spanish.csv',
    only: { column: 'source', value: 'semeval2016_es' },
    isGroupedByText: true,
    isTweets: false,
  },
  {
    name: 'opener-es',
    file: 'spanish.csv',
    only: { column: 'source', value: 'opener_es' },
    isGroupedByText: true,
    isTweets: false,
  },
]

/** Tweets about eight events of 2019. */
export const UNSEEN_SPANISH_SOURCES: readonly KnownCorpus[] = [
  { name: 'emoevent-es', file: 'spanish.csv', only: { column: 'source', value: 'emoevent_es' } },
]
