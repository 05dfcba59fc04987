import { expect, test } from 'vitest'
import { scoreRows } from '../../../src/ml/evaluation/score-rows.ts'
import type { Mention } from '../../../src/ml/network/classifier.ts'

const ROWS = Array.from({ length: 2300 }, (_, row) => ({
  id: row % 2 === 0 ? String(row) : null,
  entity: 'Xbox',
  text: `text ${row}`,
  label: 'NEUTRAL' as const,
}))

/** Predicts POSITIVE for mentions with an entity, and records its calls. */
function entityTeller() {
  const asked: Mention[] = []
  return {
    asked,
    classify: async (mentions: readonly Mention[]) => {
      asked.push(...mentions)
      return mentions.map(({ entity }) => ({
        label: entity === null ? ('NEGATIVE' as const) : ('POSITIVE' as const),
        probabilities: {
          positive: entity === null ? 0 : 1,
          neutral: 0,
          negative: entity === null ? 1 : 0,
          irrelevant: 0,
        },
        confidence: 1,
        isUncertain: false,
        isTruncated: false,
        unknownTokenShare: 0,
        language: null,
        unreadReason: null,
      }))
    },
  }
}

test('rows are scored in order, in portions, and keep their tweet and entity', async () => {
  const teller = entityTeller()
  const progress: number[] = []
  const scored = await scoreRows(teller, ROWS, { onProgress: rows => progress.push(rows) })
  expect(teller.asked).toEqual(ROWS.map(({ text, entity }) => ({ text, entity })))
  expect(progress).toEqual([1000, 2000, 2300])
  expect(scored.slice(0, 2)).toMatchObject([
    { tweet: '0', entity: 'Xbox', actual: 'NEUTRAL', scores: { label: 'POSITIVE' } },
    { tweet: 'text 1', entity: 'Xbox', actual: 'NEUTRAL', scores: { label: 'POSITIVE' } },
  ])
})
