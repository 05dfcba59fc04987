import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Estimate } from '../../statistics/estimate.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import { wilson } from '../../statistics/wilson.ts'
import type { AuditedParts } from './divide-rows.ts'
import type { Leaks } from './find-leaks.ts'
import { jaccard } from './jaccard.ts'
import type { TextIndex } from './text-index.ts'

/** The search by text, compared with exact similarities of all pairs. */
export interface SearchCheck {
  /** Test rows in the sample; rows with a text too short to identify a tweet are not drawn. */
  readonly rowCount: number
  readonly levels: readonly {
    readonly similarity: number
    /** Rows with a training text of at least this similarity, by exact comparison with all of them. */
    readonly exactRowCount: number
    readonly foundRowCount: number
    /** Share of the exact rows that the search found. */
    readonly recall: Estimate
    /** Share of the rows found by the search that are exact rows. */
    readonly precision: Estimate
  }[]
}

export interface CheckOptions {
  readonly rowCount: number
  /** The similarities to check at; none may be below the threshold of the search. */
  readonly levels: readonly number[]
  readonly seed: number
  readonly onProgress: (share: number) => void
}

const ROWS_PER_TURN = 20

/** Compares random test rows with every training text. Takes time proportional to rows x texts. */
export async function checkSearch(
  { test }: Pick<AuditedParts, 'test'>,
  { sets, testTexts, trainingTexts, isShort }: TextIndex,
  { similarities }: Pick<Leaks, 'similarities'>,
  { rowCount, levels, seed, onProgress }: CheckOptions,
): Promise<SearchCheck> {
  const candidates = Int32Array.from(new Set(trainingTexts)).filter(text => isShort[text] === 0)
  const lowest = Math.min(...levels)
  const sample = draw(
    [...test.keys()].filter(row => isShort[testTexts[row] as number] === 0),
    rowCount,
    seed,
  )
  const exact = new Float64Array(sample.length)
  for (const [number, row] of sample.entries()) {
    if (number % ROWS_PER_TURN === 0) {
      onProgress(number / sample.length)
      await nextTurn()
    }
    for (const candidate of candidates) {
      const best = Math.max(exact[number] as number, lowest)
      exact[number] = Math.max(exact[number] as number, jaccard(sets, testTexts[row] as number, candidate, best))
    }
  }
  onProgress(1)
  return {
    rowCount: sample.length,
    levels: levels.map(similarity => {
      const isExact = sample.map((_, number) => (exact[number] as number) >= similarity)
      const isFound = sample.map(row => (similarities[row] as number) >= similarity)
      const both = sample.filter((_, number) => isExact[number] && isFound[number]).length
      const [exactRowCount, foundRowCount] = [isExact, isFound].map(flags => flags.filter(Boolean).length) as [
        number,
        number,
      ]
      return {
        similarity,
        exactRowCount,
        foundRowCount,
        recall: wilson(both, exactRowCount),
        precision: wilson(both, foundRowCount),
      }
    }),
  }
}

/** Draws without replacement: the start of a Fisher-Yates shuffle. */
function draw(values: number[], count: number, seed: number): readonly number[] {
  const random = seededRandom(seed)
  const drawn = Math.min(count, values.length)
  for (let at = 0; at < drawn; at++) {
    const other = at + Math.floor(random() * (values.length - at))
    ;[values[at], values[other]] = [values[other] as number, values[at] as number]
  }
  return values.slice(0, drawn)
}
