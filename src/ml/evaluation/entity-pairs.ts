import { type BootstrapOptions, clusterBootstrap } from './cluster-bootstrap.ts'
import { ratio } from './ratio.ts'
import type { EvaluationReport } from './report.ts'
import type { ScoredRow } from './scored-row.ts'

type EntityPairs = NonNullable<EvaluationReport['entityPairs']>

/** Places in a tally. */
const [PAIRS, BOTH_RIGHT, SAME_LABEL, CONFIDENTLY_WRONG] = [0, 1, 2, 3] as const

/**
 * Measures whether a model reads the entity: pairs of rows about one tweet, with different entities and different
 * labels. A model that ignores the entity gives both the same label, and gets at most one right. Null without pairs.
 */
export function entityPairs(rows: readonly ScoredRow[], bootstrap: BootstrapOptions): EntityPairs | null {
  const tweets = new Map<string, ScoredRow[]>()
  for (const row of rows) {
    if (row.entity !== null) tweets.set(row.tweet, [...(tweets.get(row.tweet) ?? []), row])
  }
  const tallies = [...tweets.values()].map(tallyPairs).filter(tally => (tally[PAIRS] ?? 0) > 0)
  if (tallies.length === 0) return null
  const sharesOf = (sums: ArrayLike<number>) =>
    [BOTH_RIGHT, SAME_LABEL, CONFIDENTLY_WRONG].map(place => ratio(sums[place] ?? 0, sums[PAIRS] ?? 0))
  const intervals = clusterBootstrap(tallies, sharesOf, bootstrap)
  const sums = tallies.reduce((total, tally) => total.map((sum, place) => sum + (tally[place] ?? 0)), [0, 0, 0, 0])
  const [bothRight, sameLabel, confidentlyWrong] = sharesOf(sums).map((value, index) => ({
    value,
    low: intervals[index]?.low ?? null,
    high: intervals[index]?.high ?? null,
    sampleSize: sums[PAIRS] ?? 0,
  })) as [EntityPairs['bothRight'], EntityPairs['sameLabel'], EntityPairs['confidentlyWrong']]
  return { bothRight, sameLabel, confidentlyWrong }
}

function tallyPairs(rows: readonly ScoredRow[]): Float64Array {
  const tally = new Float64Array(4)
  const count = (place: number, holds: boolean) => {
    tally[place] = (tally[place] ?? 0) + Number(holds)
  }
  for (const [index, one] of rows.entries()) {
    for (const other of rows.slice(index + 1)) {
      if (one.entity === other.entity || one.actual === other.actual) continue
      const pair = [one, other]
      count(PAIRS, true)
      count(
        BOTH_RIGHT,
        pair.every(({ actual, scores }) => scores.label === actual),
      )
      count(SAME_LABEL, one.scores.label === other.scores.label)
      count(
        CONFIDENTLY_WRONG,
        pair.some(({ actual, scores, isUncertain = false }) => !isUncertain && scores.label !== actual),
      )
    }
  }
  return tally
}
