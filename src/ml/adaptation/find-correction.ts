import type { Label } from '../../labels.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import type { Mention } from '../network/classifier.ts'
import type { ModelManifest } from '../network/manifest.ts'
import type { Corrections } from './correct-model.ts'
import { crossFit } from './cross-fit.ts'
import { entityGroups, readsEntities } from './entity-groups.ts'
import { answerOf, fitCorrection, type LabelledRows } from './fit-correction.ts'
import { type Gain, measureGain, type Refusal, refusalOf } from './gain.ts'
import type { LastLayer } from './last-layer.ts'
import { tweetGroups } from './tweet-groups.ts'

/** A mention with the label that people gave it. */
export interface LabelledMention extends Mention {
  /** Of the tweet at its source; null if it has none. */
  readonly id: string | null
  readonly label: Label
  /** How many mentions of the feed it stands for, relative to the others. It counts in the evaluation only. */
  readonly weight: number
}

/** With fewer different tweets, no gain could be told from chance. */
export const FEWEST_TWEETS = 50
export const FOLDS = 10
const SEED = 1
/** Answers about entities without labels change only if the labelled ones, each left out in turn, show that it helps. */
const FEWEST_ENTITIES_FOR_OTHERS = 3

/** Why a correction is not worth having, with the numbers that led to it. */
export type CorrectionRefusal =
  | { readonly reason: 'TOO_FEW'; readonly tweetCount: number }
  /** There are enough labels, but no entity has enough of them, and what they share does not help the others. */
  | { readonly reason: 'SCATTERED'; readonly tweetCount: number }
  | { readonly reason: Refusal; readonly tweetCount: number; readonly gain: Gain }

interface Found extends Corrections {
  readonly isFound: true
  readonly gain: Gain
  /** Positions of the mentions that it was fitted to. */
  readonly rows: readonly number[]
  /** Of each of these mentions: the probabilities by a correction that was fitted without its tweet. */
  readonly answers: readonly (readonly number[])[]
  /** Number of the tweet of each mention; near duplicates are one. */
  readonly tweets: Int32Array
  /** Number of different tweets that it was fitted to. */
  readonly tweetCount: number
}

/** The correction of a model's last layer for labelled mentions, if it makes the answers about other tweets better. */
export function findCorrection(
  manifest: ModelManifest,
  layer: LastLayer,
  mentions: readonly LabelledMention[],
): Found | ({ readonly isFound: false } & CorrectionRefusal) {
  const { labels } = manifest
  const tweets = tweetGroups(mentions)
  const entities = entityGroups(
    mentions.map(({ entity }) => entity),
    readsEntities(manifest),
  )
  // Labels that the model cannot give are of no use for the others, and unread texts of none for texts with an answer.
  const answerable = mentions.flatMap(({ label }, row) => (labels.includes(label) && layer.isRead[row] ? [row] : []))
  const countTweets = (rows: readonly number[]) => new Set(rows.map(row => tweets[row])).size
  if (countTweets(answerable) < FEWEST_TWEETS) {
    return { isFound: false, reason: 'TOO_FEW', tweetCount: countTweets(answerable) }
  }
  const targets = Uint8Array.from(mentions, ({ label }) => Math.max(0, labels.indexOf(label)))
  const labelled: LabelledRows = {
    layer,
    rows: answerable,
    targets,
    groups: entities.groups,
    groupCount: entities.entities.length,
    weights: shareOfTweet(answerable, tweets, entities.numbers, mentions.length),
  }
  const compare = (rows: readonly number[], answers: readonly (readonly number[])[]) =>
    measureGain(
      rows.map((row, index) => ({
        tweet: tweets[row] ?? 0,
        target: targets[row] ?? 0,
        before: answerOf(layer, row, null, -1),
        after: answers[index] ?? [],
        weight: mentions[row]?.weight ?? 1,
      })),
      labels.length,
      seededRandom(SEED),
    )

  const isShared = !readsEntities(manifest) || helpsOthers(labelled, entities, compare)
  const rows = isShared ? answerable : answerable.filter(row => (entities.groups[row] ?? -1) >= 0)
  const tweetCount = countTweets(rows)
  if (tweetCount < FEWEST_TWEETS) return { isFound: false, reason: 'SCATTERED', tweetCount: countTweets(answerable) }
  const used = { ...labelled, rows }
  const answers = crossFit(used, tweets, FOLDS, seededRandom(SEED))
  const gain = compare(rows, answers)
  const refusal = refusalOf(gain)
  if (refusal !== null) return { isFound: false, reason: refusal, tweetCount, gain }
  return {
    isFound: true,
    correction: fitCorrection(used),
    entities: entities.entities,
    isShared,
    gain,
    rows,
    answers,
    tweets,
    tweetCount,
  }
}

/** Repeated tweets about one entity count once in the fit: they are no independent evidence. */
function shareOfTweet(rows: readonly number[], tweets: Int32Array, entities: Int32Array, length: number): Float64Array {
  const keyOf = (row: number) => `${tweets[row]} ${entities[row]}`
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  const weights = new Float64Array(length)
  for (const row of rows) weights[row] = 1 / (counts.get(keyOf(row)) ?? 1)
  return weights
}

type Compare = (rows: readonly number[], answers: readonly (readonly number[])[]) => Gain

function helpsOthers(
  labelled: LabelledRows,
  { numbers, entityCount }: { readonly numbers: Int32Array; readonly entityCount: number },
  compare: Compare,
): boolean {
  if (entityCount < FEWEST_ENTITIES_FOR_OTHERS) return false
  const folds = Math.min(FOLDS, entityCount)
  const answers = crossFit(labelled, numbers, folds, seededRandom(SEED), false)
  return refusalOf(compare(labelled.rows, answers)) === null
}
