import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../../problem/problem.ts'
import { lexiconPython } from './lexicon-packages.ts'
import type { WordVectors } from './word-vectors.ts'

const SCRIPT = fileURLToPath(new URL('./embed-words.py', import.meta.url))

/** As many as the English vectors have. */
const DIMENSIONS = 100

/**
 * Vectors of words in any language, from a multilingual sentence encoder. The words are in order of frequency. The
 * encoder takes minutes for a language; the directory keeps its embeddings.
 */
export function embedWords(root: string, words: readonly string[]): WordVectors {
  const cache = join(root, 'embeddings')
  mkdirSync(cache, { recursive: true })
  const target = mkdtempSync(join(tmpdir(), 'pulso-vectors-'))
  try {
    const file = join(target, 'vectors.bin')
    const { status, error } = spawnSync(lexiconPython(root), [SCRIPT, file, cache, `${DIMENSIONS}`], {
      input: words.join('\n'),
      stdio: ['pipe', 'ignore', 'inherit'],
      // One thread, so that the same words give the same vectors.
      env: { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
    })
    if (status !== 0)
      throw new UsageError(`The words could not be embedded: ${error?.message ?? `exit code ${status}`}.`)
    const bytes = readFileSync(file)
    const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    const rankOf = new Map(words.map((word, rank) => [word, rank]))
    return {
      words,
      dimensions: DIMENSIONS,
      rankOf,
      vectorOf: word => {
        const rank = rankOf.get(word)
        return rank === undefined ? null : values.slice(rank * DIMENSIONS, (rank + 1) * DIMENSIONS)
      },
    }
  } finally {
    rmSync(target, { recursive: true })
  }
}
