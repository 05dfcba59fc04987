import type { Classifier } from '../network/classifier.ts'
import type { LabelledRow } from './labelled-file.ts'
import type { ScoredRow } from './scored-row.ts'

/** Number of rows per call of the classifier. */
const ROWS_PER_CALL = 1000

export interface RequestOptions {
  readonly onProgress?: (rowsDone: number) => void
}

/** Scores labelled rows with a model. Same length and order. */
export async function scoreRows(
  classifier: Pick<Classifier, 'classify'>,
  rows: readonly LabelledRow[],
  { onProgress = () => {} }: RequestOptions = {},
): Promise<ScoredRow[]> {
  const scored: ScoredRow[] = []
  for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
    const part = rows.slice(start, start + ROWS_PER_CALL)
    const answers = await classifier.classify(part.map(({ text, entity }) => ({ text, entity })))
    for (const [index, row] of part.entries()) {
      const scores = answers[index]
      if (scores === undefined) continue
      scored.push({
        tweet: tweetOf(row),
        entity: row.entity,
        text: row.text,
        actual: row.label,
        scores,
        isUncertain: scores.isUncertain,
      })
    }
    onProgress(start + part.length)
  }
  return scored
}

/** Without an id, the text identifies the tweet: the same words twice are not independent evidence. */
export const tweetOf = ({ id, text }: LabelledRow): string => id ?? text
