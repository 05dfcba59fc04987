import type { Mention } from '../../network/classifier.ts'
import { FEATURE_BLOCKS, visitFeatures } from './features.ts'
import { type SparseRows, SparseRowsBuilder } from './sparse-rows.ts'

/**
 * Number of hash bits that distinguish features. It makes collisions rare even for the 1.5 million features of a large
 * corpus.
 */
const HASH_BITS = 22

/** A feature of fewer mentions does not generalise. */
const FEWEST_MENTIONS = 2

/** Turns mentions into rows of weighted features, with the fitted columns and weights. */
export interface TfIdf {
  readonly columns: number
  readonly transform: (mentions: readonly Mention[]) => SparseRows
}

/**
 * Fits columns and their weights: (1 + ln tf) x (1 + ln((1 + n) / (1 + df))), normalised to length 1 within each block
 * of features. This is scikit-learn's `TfidfVectorizer(sublinear_tf=True)`, one per block.
 */
export function fitTfIdf(mentions: readonly Mention[]): TfIdf {
  const documentCounts = countMentions(mentions)
  const columnOf = new Int32Array(documentCounts.length).fill(-1)
  const inverse: number[] = []
  for (let bucket = 0; bucket < documentCounts.length; bucket++) {
    const count = documentCounts[bucket] as number
    if (count < FEWEST_MENTIONS) continue
    columnOf[bucket] = inverse.length
    inverse.push(1 + Math.log((1 + mentions.length) / (1 + count)))
  }
  const weights = Float64Array.from(inverse)
  return { columns: weights.length, transform: rows => transform(rows, columnOf, weights) }
}

const bucketOf = (hash: number) => hash >>> (32 - HASH_BITS)

/** Number of mentions that contain each feature. */
function countMentions(mentions: readonly Mention[]): Int32Array {
  const counts = new Int32Array(2 ** HASH_BITS)
  const lastSeen = new Int32Array(2 ** HASH_BITS).fill(-1)
  for (const [number, mention] of mentions.entries()) {
    visitFeatures(mention, (_, hash) => {
      const bucket = bucketOf(hash)
      if (lastSeen[bucket] === number) return
      lastSeen[bucket] = number
      counts[bucket] = (counts[bucket] as number) + 1
    })
  }
  return counts
}

function transform(mentions: readonly Mention[], columnOf: Int32Array, weights: Float64Array): SparseRows {
  const rows = new SparseRowsBuilder()
  const counts = new Int32Array(weights.length)
  const blocks = FEATURE_BLOCKS.map((): number[] => [])
  for (const mention of mentions) {
    visitFeatures(mention, (block, hash) => {
      const column = columnOf[bucketOf(hash)] as number
      if (column === -1) return
      if (counts[column] === 0) blocks[block]?.push(column)
      counts[column] = (counts[column] as number) + 1
    })
    for (const columns of blocks) {
      const values = columns.map(column => (1 + Math.log(counts[column] as number)) * (weights[column] as number))
      const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
      for (const [index, column] of columns.entries()) {
        rows.push(column, (values[index] as number) / length)
        counts[column] = 0
      }
      columns.length = 0
    }
    rows.endRow()
  }
  return rows.build()
}
