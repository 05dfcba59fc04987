import type { Label } from '../../labels.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import { rowLogLoss } from './calibration.ts'
import { type BootstrapOptions, clusterBootstrap } from './cluster-bootstrap.ts'
import { type ConfusionMatrix, confusionMatrix, predictedCountOf, supportOf } from './confusion-matrix.ts'
import { accuracy, f1, macroAverage, precision, recall } from './label-metrics.ts'
import type { EvaluationReport } from './report.ts'
import { resampledEstimate } from './resampled-estimate.ts'
import type { ScoredRow } from './scored-row.ts'

export type Measures = Pick<
  EvaluationReport,
  'accuracy' | 'macroPrecision' | 'macroRecall' | 'macroF1' | 'logLoss' | 'perLabel'
> & { readonly matrix: ConfusionMatrix; readonly tweetCount: number }

/** The sums that all metrics depend on; each tweet contributes to them as a whole. */
interface Sums {
  readonly matrix: ConfusionMatrix
  /** In nats. */
  readonly logLoss: number
}

/** A published figure and the number of rows behind it. */
interface Statistic {
  readonly value: (sums: Sums) => number | null
  readonly sampleSize: (matrix: ConfusionMatrix) => number
  /** A share of the rows in `sampleSize`. */
  readonly isShare: boolean
}

/** Evaluates scored rows, each figure with an interval from resampling tweets. */
export function measure(rows: readonly ScoredRow[], labels: readonly Label[], bootstrap: BootstrapOptions): Measures {
  const tallies = tallyTweets(rows, labels)
  const statistics = [...OVERALL, ...labels.flatMap((_, label) => ofLabel(label))]
  const intervals = clusterBootstrap(
    tallies,
    flat => {
      const sums = sumsOf(flat, labels.length)
      return statistics.map(({ value }) => value(sums))
    },
    bootstrap,
  )
  const matrix = confusionMatrix(rows, labels)
  const sums = { matrix, logLoss: rows.reduce((sum, row) => sum + rowLogLoss(row), 0) }
  const estimates = statistics.map(({ value, sampleSize, isShare }, index) => {
    const tweetsBehind = () => tallies.filter(tally => sampleSize(sumsOf(tally, labels.length).matrix) > 0).length
    return resampledEstimate(value(sums), intervals[index], {
      sampleSize: sampleSize(matrix),
      tweets: isShare ? tweetsBehind : null,
    })
  })
  const [accuracy, macroPrecision, macroRecall, macroF1, logLoss, ...perLabel] = estimates as FiveOrMore
  return {
    matrix,
    tweetCount: tallies.length,
    accuracy,
    macroPrecision,
    macroRecall,
    macroF1,
    logLoss,
    perLabel: labels.map((label, index) => {
      const [precision, recall, f1] = perLabel.slice(3 * index, 3 * index + 3) as [Estimate, Estimate, Estimate]
      return { label, precision, recall, f1, support: supportOf(matrix, index) }
    }),
  }
}

type FiveOrMore = [Estimate, Estimate, Estimate, Estimate, Estimate, ...Estimate[]]

const allRows = (matrix: ConfusionMatrix) => matrix.reduce((sum, _, label) => sum + supportOf(matrix, label), 0)

const OVERALL: readonly Statistic[] = [
  { value: ({ matrix }) => accuracy(matrix), sampleSize: allRows, isShare: true },
  { value: ({ matrix }) => macroAverage(matrix, precision), sampleSize: allRows, isShare: false },
  { value: ({ matrix }) => macroAverage(matrix, recall), sampleSize: allRows, isShare: false },
  { value: ({ matrix }) => macroAverage(matrix, f1), sampleSize: allRows, isShare: false },
  { value: ({ matrix, logLoss }) => meanLoss(matrix, logLoss), sampleSize: allRows, isShare: false },
]

const ofLabel = (label: number): Statistic[] => [
  {
    value: ({ matrix }) => precision(matrix, label),
    sampleSize: matrix => predictedCountOf(matrix, label),
    isShare: true,
  },
  { value: ({ matrix }) => recall(matrix, label), sampleSize: matrix => supportOf(matrix, label), isShare: true },
  { value: ({ matrix }) => f1(matrix, label), sampleSize: matrix => supportOf(matrix, label), isShare: false },
]

function meanLoss(matrix: ConfusionMatrix, logLoss: number): number | null {
  const rows = allRows(matrix)
  return rows === 0 ? null : logLoss / rows
}

/** One flat array per tweet, which is fast to add: the confusion matrix row by row, then the sum of log-losses. */
function tallyTweets(rows: readonly ScoredRow[], labels: readonly Label[]): Float64Array[] {
  const tallies = new Map<string, Float64Array>()
  const lossAt = labels.length ** 2
  for (const row of rows) {
    const tally = tallies.get(row.tweet) ?? new Float64Array(lossAt + 1)
    tallies.set(row.tweet, tally)
    const cell = labels.indexOf(row.actual) * labels.length + labels.indexOf(row.scores.label)
    tally[cell] = (tally[cell] ?? 0) + 1
    tally[lossAt] = (tally[lossAt] ?? 0) + rowLogLoss(row)
  }
  return [...tallies.values()]
}

const sumsOf = (flat: Float64Array, size: number): Sums => ({
  matrix: Array.from({ length: size }, (_, row) => [...flat.subarray(row * size, (row + 1) * size)]),
  logLoss: flat[size ** 2] ?? 0,
})
