import type { AdaptationTest } from './adaptation-test.ts'

/** Formats a test for a terminal. */
export function adaptationTestTable(test: AdaptationTest): string {
  const tweets = test.sources.reduce((all, { tweetCount }) => all + tweetCount, 0)
  const head = ['source', 'labels', 'draw', 'adapted', 'accuracy', 'after', 'macro F1', 'after', 'worse']
  const rows = test.sources.flatMap(({ name, rows }) =>
    rows.map(row => [
      name,
      String(row.labelled),
      row.drawing.toLowerCase(),
      percent(row.adaptedShare),
      digits(row.accuracyBefore),
      digits(row.accuracyAfter),
      digits(row.macroF1Before),
      digits(row.macroF1After),
      percent(row.worseShare),
    ]),
  )
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map(row => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')
  return [
    `${test.modelVersion}: adapted to labels of ${test.sources.length} sources, ${tweets.toLocaleString('en')} labelled tweets.`,
    'The figures are of tweets that were not labelled, with the former answers if no version was made.',
    `${test.trainedOnRowCount.toLocaleString('en')} labelled tweets were excluded because the model was trained on them.`,
    '',
    line(head),
    ...rows.map(line),
  ].join('\n')
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`
const digits = (value: number) => value.toFixed(3)
