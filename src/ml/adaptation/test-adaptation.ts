import { seededRandom } from '../../statistics/seeded-random.ts'
import { accuracy, f1, macroAverage } from '../evaluation/label-metrics.ts'
import type { Model } from '../network/model.ts'
import { type AdaptationTestRow, DRAWINGS, type Drawing } from './adaptation-test.ts'
import { entityGroupKey } from './entity-groups.ts'
import { findCorrection, type LabelledMention } from './find-correction.ts'
import { answerOf } from './fit-correction.ts'
import { type LastLayer, readLastLayer } from './last-layer.ts'
import { tweetGroups } from './tweet-groups.ts'

const LABEL_NUMBERS = [50, 100, 200, 500]
/** At most this share of a source is labelled in a test. */
const MOST_LABELLED = 0.7
/** Enough for a standard error of one point. */
const MOST_TESTED = 2000
/** Of a mixed draw, the part that goes to uncertain answers, as in review queues with one version. */
const UNCERTAIN_PART = 0.25

export interface AdaptationTestOptions {
  readonly draws: number
  readonly seed: number
}

/**
 * Reveals labels of one source at random, adapts the model to them, and measures its answers about other tweets. Near
 * duplicates of labelled tweets are not tested.
 */
export async function testAdaptation(
  model: Model,
  mentions: readonly LabelledMention[],
  { draws, seed }: AdaptationTestOptions,
): Promise<AdaptationTestRow[]> {
  const { manifest } = model
  const layer = await readLastLayer(model, mentions)
  const tweets = tweetGroups(mentions)
  const before = mentions.map((_, row) => answerOf(layer, row, null, -1))
  const uncertain = before.map(answer => Math.max(...answer) < (manifest.uncertainBelow ?? 0))
  const targets = mentions.map(({ label }) => manifest.labels.indexOf(label))
  const random = seededRandom(seed)
  const rows: AdaptationTestRow[] = []
  for (const labelled of LABEL_NUMBERS) {
    if (labelled > MOST_LABELLED * mentions.length) break
    for (const drawing of DRAWINGS) {
      const trials: Trial[] = []
      for (let draw = 0; draw < draws; draw++) {
        const order = shuffled(mentions.length, random)
        const drawn = drawOf(order, uncertain, labelled, drawing)
        const known = new Set(drawn.map(row => tweets[row]))
        const tested = order.filter(row => !known.has(tweets[row] ?? -1)).slice(0, MOST_TESTED)
        const found = findCorrection(
          manifest,
          partOf(layer, drawn),
          drawn.flatMap(row => mentions[row] ?? []),
        )
        const after = (row: number) => {
          const answer = before[row] ?? []
          if (!found.isFound) return answer
          const key = entityGroupKey(mentions[row]?.entity ?? null)
          const group = found.entities.findIndex(({ name }) => entityGroupKey(name) === key)
          return group < 0 && !found.isShared ? answer : answerOf(layer, row, found.correction, group)
        }
        trials.push({
          isAdapted: found.isFound,
          before: figuresOf(tested, targets, row => before[row] ?? [], manifest.labels.length),
          after: figuresOf(tested, targets, after, manifest.labels.length),
        })
      }
      rows.push(rowOf(labelled, drawing, trials))
    }
  }
  return rows
}

interface Figures {
  readonly accuracy: number
  readonly macroF1: number
}

interface Trial {
  readonly isAdapted: boolean
  readonly before: Figures
  readonly after: Figures
}

function rowOf(labelled: number, drawing: Drawing, trials: readonly Trial[]): AdaptationTestRow {
  const mean = (of: (trial: Trial) => number) => trials.reduce((sum, trial) => sum + of(trial), 0) / trials.length
  return {
    labelled,
    drawing,
    drawCount: trials.length,
    adaptedShare: mean(({ isAdapted }) => Number(isAdapted)),
    accuracyBefore: mean(({ before }) => before.accuracy),
    accuracyAfter: mean(({ after }) => after.accuracy),
    macroF1Before: mean(({ before }) => before.macroF1),
    macroF1After: mean(({ after }) => after.macroF1),
    worseShare: mean(({ before, after }) => Number(after.accuracy < before.accuracy)),
  }
}

/** A mixed draw takes a part from the uncertain answers, and the rest from all. */
function drawOf(order: readonly number[], uncertain: readonly boolean[], size: number, drawing: Drawing): number[] {
  if (drawing === 'UNIFORM') return order.slice(0, size)
  const first = order.filter(row => uncertain[row]).slice(0, Math.round(UNCERTAIN_PART * size))
  const taken = new Set(first)
  return [...first, ...order.filter(row => !taken.has(row)).slice(0, size - first.length)]
}

function partOf(
  { size, outputs, inputs, logits, encoded, isRead, ...shape }: LastLayer,
  rows: readonly number[],
): LastLayer {
  return {
    ...shape,
    size,
    outputs,
    inputs: Float32Array.from(rows.flatMap(row => [...inputs.subarray(row * size, (row + 1) * size)])),
    logits: Float64Array.from(rows.flatMap(row => [...logits.subarray(row * outputs, (row + 1) * outputs)])),
    encoded: rows.flatMap(row => encoded[row] ?? []),
    isRead: rows.flatMap(row => isRead[row] ?? []),
  }
}

function figuresOf(
  rows: readonly number[],
  targets: readonly number[],
  answer: (row: number) => readonly number[],
  outputs: number,
): Figures {
  const matrix = Array.from({ length: outputs }, () => Array.from({ length: outputs }, () => 0))
  for (const row of rows) {
    const given = answer(row)
    const counts = matrix[targets[row] ?? -1]
    const predicted = given.indexOf(Math.max(...given))
    if (counts !== undefined) counts[predicted] = (counts[predicted] ?? 0) + 1
  }
  return { accuracy: accuracy(matrix) ?? 0, macroF1: macroAverage(matrix, f1) ?? 0 }
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
  }
  return order
}
