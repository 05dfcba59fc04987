import type { Label } from '../../labels.ts'
import { type BootstrapOptions, clusterBootstrap } from './cluster-bootstrap.ts'
import { ratio } from './ratio.ts'
import type { EvaluationReport } from './report.ts'
import { probabilityOf, type ScoredRow } from './scored-row.ts'

type TextVariants = NonNullable<EvaluationReport['textVariants']>

/** Places in a tally. */
const [TWEETS, SAME_LABEL, SHIFT] = [0, 1, 2] as const

/**
 * Measures whether a model gives variants of one tweet the same answer: rows with the same id and the same label, but
 * different texts. The variants may differ in a word for a group of people, a name, or a typing error. Null without
 * variants.
 */
export function textVariants(
  rows: readonly ScoredRow[],
  labels: readonly Label[],
  bootstrap: BootstrapOptions,
): TextVariants | null {
  const tweets = new Map<string, ScoredRow[]>()
  for (const row of rows) {
    const own = tweets.get(row.tweet)
    if (own === undefined) tweets.set(row.tweet, [row])
    else own.push(row)
  }
  const tallies = [...tweets.values()].filter(areVariants).map(variants => {
    const isSame = new Set(variants.map(({ scores }) => scores.label)).size === 1
    return Float64Array.of(1, Number(isSame), largestShift(variants, labels))
  })
  if (tallies.length === 0) return null
  const statistics = (sums: ArrayLike<number>) => [
    ratio(sums[SAME_LABEL] ?? 0, sums[TWEETS] ?? 0),
    ratio(sums[SHIFT] ?? 0, sums[TWEETS] ?? 0),
  ]
  const intervals = clusterBootstrap(tallies, statistics, bootstrap)
  const sums = tallies.reduce((total, tally) => total.map((sum, place) => sum + (tally[place] ?? 0)), [0, 0, 0])
  const [sameLabel, meanShift] = statistics(sums).map((value, index) => ({
    value,
    low: intervals[index]?.low ?? null,
    high: intervals[index]?.high ?? null,
    sampleSize: tallies.length,
  })) as [TextVariants['sameLabel'], TextVariants['meanShift']]
  return { sameLabel, meanShift, largestShift: Math.max(...tallies.map(tally => tally[SHIFT] ?? 0)) }
}

/** Texts of one label that differ. Two entities in the same text are no variants. */
function areVariants(rows: readonly ScoredRow[]): boolean {
  const texts = new Set(rows.map(({ text }) => text))
  return !texts.has(undefined) && texts.size > 1 && new Set(rows.map(({ actual }) => actual)).size === 1
}

/** The largest difference of the probability of one label between two variants. */
const largestShift = (variants: readonly ScoredRow[], labels: readonly Label[]) =>
  Math.max(
    ...labels.map(label => {
      const own = variants.map(({ scores }) => probabilityOf(scores.probabilities, label))
      return Math.max(...own) - Math.min(...own)
    }),
  )
