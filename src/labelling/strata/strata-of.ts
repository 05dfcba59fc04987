import { LABELS, type Label } from '../../labels.ts'

/** Labelled tweets with the same model's answer, human label and draw. */
export interface LabelRow {
  /** The model's label. */
  readonly predicted: Label
  readonly isUncertain: boolean
  /** The human label. */
  readonly label: Label
  /** Null if the tweets were not drawn at random. */
  readonly drawId: string | null
  /** The draw is a review queue; false for a file and without a draw. */
  readonly isQueue: boolean
  readonly count: number
  /** Sum of the inverse inclusion probabilities, and of their squares. */
  readonly weight: number
  readonly squaredWeight: number
}

/** Labelled tweets, weighted for unequal probabilities of being drawn. */
interface WeightedLabels {
  /** Number of labelled tweets. */
  readonly count: number
  /** Weighted numbers in the order of `LABELS`, which sum to `count`. */
  readonly labels: readonly number[]
  /** The number of equally weighted tweets with the same precision (L. Kish, Survey Sampling, 1965); at most `count`. */
  readonly effectiveCount: number
}

/** The labelled tweets to which a model version gave the same label with the same certainty. */
export interface LabelledStratum {
  readonly predicted: Label
  readonly isUncertain: boolean
  /** Tweets that a review queue drew at random from the entity. */
  readonly drawn: WeightedLabels
  /** Tweets of files in which all rows or a random sample are labelled: a sample of those files only. */
  readonly ofFiles: WeightedLabels
}

/**
 * Each draw is a sample of its own: its weights are scaled to the number of its labelled tweets in the stratum. So several draws are combined
 * in proportion to their sizes, and a queue that was left early has the weight of the part that was labelled.
 */
export function strataOf(rows: readonly LabelRow[]): readonly LabelledStratum[] {
  return LABELS.flatMap(predicted =>
    [false, true].flatMap((isUncertain): readonly LabelledStratum[] => {
      const own = rows.filter(row => row.predicted === predicted && row.isUncertain === isUncertain)
      if (own.length === 0) return []
      const samplesOf = (isQueue: boolean) => {
        const rows = own.filter(row => row.drawId !== null && row.isQueue === isQueue)
        const drawIds = [...new Set(rows.map(({ drawId }) => drawId))].sort()
        return sumOf(drawIds.map(id => weighted(rows.filter(({ drawId }) => drawId === id))))
      }
      return [{ predicted, isUncertain, drawn: samplesOf(true), ofFiles: samplesOf(false) }]
    }),
  )
}

function weighted(rows: readonly LabelRow[]): WeightedLabels {
  const sum = (of: (row: LabelRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const [count, weight, squaredWeight] = [sum(row => row.count), sum(row => row.weight), sum(row => row.squaredWeight)]
  const scale = weight > 0 ? count / weight : 0
  return {
    count,
    labels: LABELS.map(label => sum(row => (row.label === label ? row.weight : 0)) * scale),
    effectiveCount: squaredWeight > 0 ? weight ** 2 / squaredWeight : 0,
  }
}

const sumOf = (parts: readonly WeightedLabels[]): WeightedLabels => ({
  count: parts.reduce((sum, part) => sum + part.count, 0),
  labels: LABELS.map((_, index) => parts.reduce((sum, part) => sum + (part.labels[index] ?? 0), 0)),
  effectiveCount: parts.reduce((sum, part) => sum + part.effectiveCount, 0),
})
