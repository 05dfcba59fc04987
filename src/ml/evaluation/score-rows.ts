import type { Classifier } from '../network/classifier.ts'
import type { LabelledRow } from './labelled-file.ts'
import type { ScoredRow } from './scored-row.ts'

/** Rows that are with the classifier at one time. */
const ROWS_PER_CALL = 1000

export interface RequestOptions {
  /** Asks about every row as a whole message. */
  readonly isEntityHidden?: boolean
  readonly onProgress?: (rowsDone: number) => void
}

/** Lets a model answer labelled rows. Same length and order. */
export async function scoreRows(
  classifier: Pick<Classifier, 'classify'>,
  rows: readonly LabelledRow[],
  { isEntityHidden = false, onProgress = () => {} }: RequestOptions = {},
): Promise<ScoredRow[]> {
  const scored: ScoredRow[] = []
  for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
    const part = rows.slice(start, start + ROWS_PER_CALL)
    const answers = await classifier.classify(
      part.map(({ text, entity }) => ({ text, entity: isEntityHidden ? null : entity })),
    )
    for (const [index, row] of part.entries()) {
      const scores = answers[index]
      if (scores === undefined) continue
      scored.push({ tweet: tweetOf(row), entity: row.entity, actual: row.label, scores })
    }
    onProgress(start + part.length)
  }
  return scored
}

/** Without an id a text stands for its tweet: the same words twice are no second piece of evidence. */
export const tweetOf = ({ id, text }: LabelledRow): string => id ?? text
