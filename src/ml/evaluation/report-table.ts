import type { Label } from '../../labels.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import type { EvaluationReport } from './report.ts'

/** As many as fit on a screen; the report contains all of them. */
const SHOWN_ENTITIES = 10

/** Formats a report for a terminal. A leak comes first, so that readers of a single line see it. */
export function reportTable(report: EvaluationReport): string {
  const { rowCount, tweetCount, majorityBaseline, calibration, modelVersion, dataset, split } = report
  return [
    ...(report.isLeaky ? [`LEAKY: ${report.leakReason} These figures do not test the model.`, ''] : []),
    `${modelVersion} on ${dataset} (${split}): ${count(rowCount, 'row')} from ${count(tweetCount, 'tweet')}; 95 % intervals from resampling tweets`,
    labelLine(report),
    ...trainedAnew(report),
    '',
    ...align([
      ['accuracy', ...interval(report.accuracy)],
      ['macro precision', ...interval(report.macroPrecision)],
      ['macro recall', ...interval(report.macroRecall)],
      ['macro F1', ...interval(report.macroF1)],
      ['log-loss (nats)', ...interval(report.logLoss)],
      ['Brier score (0 to 2)', digits(calibration.brier)],
      [`calibration error (${calibration.bins.length} bins)`, digits(calibration.expectedCalibrationError)],
      [`majority baseline accuracy${ofMostFrequent(report)}`, digits(majorityBaseline)],
      ['linear baseline accuracy', ...intervalOrNone(report.linearBaseline)],
      ['accuracy without the entity', ...intervalOrNone(report.entityBlindAccuracy)],
      ['accuracy asked for an absent name', ...intervalOrNone(report.absentNameAccuracy)],
      ['accuracy asked for another word', ...intervalOrNone(report.otherWordAccuracy)],
    ]),
    ...pairTable(report),
    ...variantTable(report),
    '',
    ...align([
      ['label', 'precision', '', 'recall', '', 'F1', '', 'rows'],
      ...report.perLabel.map(({ label, precision, recall, f1, support }) => [
        title(label),
        ...interval(precision),
        ...interval(recall),
        ...interval(f1),
        support.toLocaleString('en'),
      ]),
    ]),
    '',
    ...align([
      ['actual \\ predicted', ...report.labels.map(title)],
      ...report.labels.map(actual => confusionRow(report, actual)),
    ]),
    '',
    ...align([
      ['confidence', 'share of rows', 'accuracy'],
      ...report.riskCoverage
        .filter(({ threshold, coverage }) => threshold >= 0.5 && coverage > 0)
        .filter((_, index) => index % 2 === 0)
        .map(({ threshold, coverage, accuracy }) => [`>= ${digits(threshold, 2)}`, digits(coverage), digits(accuracy)]),
    ]),
    ...entityTable(report),
    '',
    ...(report.linearBaseline === null ? ['The linear baseline needs training rows: add --baseline-data.'] : []),
    `data       ${dataset}, sha256 ${report.datasetSha256}`,
    `command    ${report.command}`,
    `evaluated  ${report.evaluatedAt}`,
  ]
    .map(line => line.trimEnd())
    .join('\n')
}

function pairTable({ entityPairs }: EvaluationReport): string[] {
  if (entityPairs === null) return []
  const { bothRight, sameLabel, confidentlyWrong } = entityPairs
  return [
    '',
    `${count(bothRight.sampleSize, 'pair')} of entities with different labels in one tweet`,
    ...align([
      ['both labels right', ...interval(bothRight)],
      ['the same label for both', ...interval(sameLabel)],
      ['a certain label is wrong', ...interval(confidentlyWrong)],
    ]),
  ]
}

function variantTable({ textVariants }: EvaluationReport): string[] {
  if (textVariants === null) return []
  const { sameLabel, meanShift, largestShift } = textVariants
  return [
    '',
    `${count(sameLabel.sampleSize, 'tweet')} with several texts of one label`,
    ...align([
      ['all texts get the same label', ...interval(sameLabel)],
      ['difference of a probability, mean', ...interval(meanShift)],
      ['difference of a probability, largest', digits(largestShift)],
    ]),
  ]
}

/** Distinguishes the two reports of a model with Irrelevant, which have the same rows if none has that label. */
const labelLine = ({ labels, excludedRowCount }: EvaluationReport) =>
  `labels: ${labels.map(title).join(', ')}${excludedRowCount > 0 ? `; ${count(excludedRowCount, 'row')} with another label excluded` : ''}`

function ofMostFrequent({ perLabel }: EvaluationReport): string {
  const most = Math.max(...perLabel.map(({ support }) => support))
  const label = perLabel.find(({ support }) => support === most)?.label
  return label === undefined ? '' : ` (${title(label)})`
}

const trainedAnew = ({ trainedFor, epochs, seed }: EvaluationReport) =>
  trainedFor === 'SPLIT'
    ? [`trained for this split: ${count(epochs ?? 0, 'epoch')}, seed ${seed}; these are not the served weights`]
    : []

function entityTable({ perEntity }: EvaluationReport): string[] {
  if (perEntity.length === 0) return []
  const shown = perEntity.slice(0, SHOWN_ENTITIES)
  return [
    '',
    ...align([
      [
        perEntity.length > shown.length ? `entity (${shown.length} of ${perEntity.length})` : 'entity',
        'rows',
        'tweets',
        'accuracy',
        '',
        'macro F1',
        '',
      ],
      ...shown.map(({ name, rowCount, tweetCount, accuracy, macroF1 }) => [
        name,
        rowCount.toLocaleString('en'),
        tweetCount.toLocaleString('en'),
        ...interval(accuracy),
        ...interval(macroF1),
      ]),
    ]),
  ]
}

const intervalOrNone = (estimate: Estimate | null) => (estimate === null ? ['-'] : interval(estimate))

const confusionRow = ({ confusionMatrix, labels }: EvaluationReport, actual: Label) => [
  title(actual),
  ...labels.map(predicted =>
    (confusionMatrix.find(cell => cell.actual === actual && cell.predicted === predicted)?.count ?? 0).toLocaleString(
      'en',
    ),
  ),
]

const interval = ({ value, low, high }: Estimate) => [
  digits(value),
  low === null || high === null ? '-' : `${digits(low)}-${digits(high)}`,
]

/** A dash without evidence. */
const digits = (value: number | null, places = 3) => (value === null ? '-' : value.toFixed(places))

const count = (amount: number, noun: string) => `${amount.toLocaleString('en')} ${noun}${amount === 1 ? '' : 's'}`

const title = (label: Label) => label.slice(0, 1) + label.slice(1).toLowerCase()

/** First column left-aligned, numbers right-aligned, two spaces between. */
function align(table: readonly (readonly string[])[]): string[] {
  const widths = table.reduce<number[]>(
    (widest, row) =>
      row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)).concat(widest.slice(row.length)),
    [],
  )
  return table.map(row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
}
