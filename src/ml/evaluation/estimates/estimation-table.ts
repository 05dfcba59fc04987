import type { EstimationReport } from './estimation-report.ts'

/** Formats a report for a terminal. */
export function estimationTable(report: EstimationReport): string {
  const tweets = report.sources.reduce((all, { tweetCount }) => all + tweetCount, 0)
  return [
    `${report.modelVersion}: net sentiment of entities from ${report.sources.length} sources, ${tweets.toLocaleString('en')} labelled tweets.`,
    'Each source was tested with an error model that was fitted to the other sources.',
    `${report.trainedOnRowCount.toLocaleString('en')} labelled tweets were left out because the model was trained on them.`,
    '',
    ...align([
      [
        'labels',
        'entities',
        'coverage',
        'width',
        'expected',
        'error',
        'wrong sign',
        'shares: coverage',
        'width',
        'labels alone: coverage',
        'width',
        'error',
      ],
      ...report.entities.map(
        ({ labelled, entityCount, coverage, width, expectedWidth, meanError, signErrors, shares, labelsAlone }) => [
          String(labelled),
          String(entityCount),
          percent(coverage),
          digits(width),
          expectedWidth == null ? '-' : digits(expectedWidth),
          digits(meanError),
          percent(signErrors),
          ...(shares === undefined ? ['-', '-'] : [percent(shares.coverage), digits(shares.width)]),
          ...(labelsAlone === null
            ? ['-', '-', '-']
            : [percent(labelsAlone.coverage), digits(labelsAlone.width), digits(labelsAlone.meanError)]),
        ],
      ),
    ]),
    '',
    ...align([
      ['labels', 'pairs', 'coverage', 'significant', 'wrong sign among them'],
      ...report.comparisons.map(({ labelled, pairCount, coverage, significant, wrong }) => [
        String(labelled),
        pairCount.toLocaleString('en'),
        percent(coverage),
        percent(significant),
        wrong === null ? '-' : percent(wrong),
      ]),
    ]),
  ].join('\n')
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const digits = (value: number) => value.toFixed(3)

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)))
  return rows.map(row => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
}
