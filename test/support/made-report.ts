import { LABELS, type Label } from '../../src/labels.ts'
import { buildReport } from '../../src/ml/evaluation/build-report.ts'
import type { EvaluationReport } from '../../src/ml/evaluation/report.ts'

/** Confusion counts: a row for each actual label, a column for each predicted one. */
const GIVEN = [
  [60, 10, 14, 6],
  [16, 50, 18, 6],
  [12, 9, 70, 5],
  [14, 6, 15, 25],
]

/** The report of an evaluation on the split by tweet, for a model with these confusions. Every two rows are variants of one tweet. */
export function madeReport(labels: readonly Label[] = LABELS): EvaluationReport {
  const answers = labels.flatMap((actual, row) =>
    labels.flatMap((label, column) => Array.from({ length: GIVEN[row]?.[column] ?? 0 }, () => ({ actual, label }))),
  )
  const rows = answers.map(({ actual, label }, number) => ({
    tweet: String(Math.floor(number / 2)),
    entity: number % 3 === 0 ? 'Google' : 'Amazon',
    actual,
    scores: {
      label,
      confidence: 0.7,
      probabilities: { positive: 0.1, neutral: 0.1, negative: 0.1, irrelevant: 0.1, [label.toLowerCase()]: 0.7 },
    },
  }))
  const heading = {
    dataset: 'made',
    datasetSha256: 'a'.repeat(64),
    split: 'GROUPED',
    excludedRowCount: 0,
    trainedOnRowCount: 0,
    isLeaky: false,
    leakReason: null,
    trainedFor: 'SPLIT',
    epochs: 5,
    seed: 42,
    modelVersion: 'made@000000000000',
    command: 'pulso evaluate',
    evaluatedAt: '2026-12-01T00:00:00.000Z',
    temperature: null,
  } as const
  return buildReport(heading, labels, {
    rows,
    entityBlind: null,
    absentName: null,
    otherWord: null,
    linear: null,
  })
}
