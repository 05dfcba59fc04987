import type { AuditedRow } from './audited-file.ts'
import { comparableText } from './comparable-text.ts'
import type { AuditedParts } from './divide-rows.ts'
import { type ShingleSets, shingleSets } from './shingle-sets.ts'

/** The distinct texts of both parts, numbered from 0. */
export interface TextIndex {
  readonly words: readonly string[]
  /** 1 for texts that are too short to identify a tweet. */
  readonly isShort: Uint8Array
  readonly sets: ShingleSets
  /** The text of each row of a part. */
  readonly trainingTexts: Int32Array
  readonly testTexts: Int32Array
  /** The first training rows with a text, at most `MOST_ROWS`; empty if only test rows have it. */
  trainingRowsOf(text: number): readonly AuditedRow[]
}

/** A text that thousands of rows repeat costs no more than any other. */
const MOST_ROWS = 50

/** Texts that differ only in case, punctuation, white space or addresses are the same text. */
export function indexTexts({ training, test }: Pick<AuditedParts, 'training' | 'test'>): TextIndex {
  const numbers = new Map<string, number>()
  const words: string[] = []
  const short: number[] = []
  const textOf = ({ text }: AuditedRow) => {
    const comparable = comparableText(text)
    const known = numbers.get(comparable.key)
    if (known !== undefined) return known
    numbers.set(comparable.key, words.length)
    short.push(Number(comparable.isShort))
    return words.push(comparable.words) - 1
  }
  const trainingTexts = Int32Array.from(training, textOf)
  const testTexts = Int32Array.from(test, textOf)
  const rows: AuditedRow[][] = words.map(() => [])
  for (const [index, row] of training.entries()) {
    const own = rows[trainingTexts[index] as number]
    if (own !== undefined && own.length < MOST_ROWS) own.push(row)
  }
  return {
    words,
    isShort: Uint8Array.from(short),
    sets: shingleSets(words),
    trainingTexts,
    testTexts,
    trainingRowsOf: text => rows[text] ?? [],
  }
}
