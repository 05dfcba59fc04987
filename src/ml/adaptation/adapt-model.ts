import type { Label } from '../../labels.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'
import type { Mention, Scores } from '../network/classifier.ts'
import type { Model } from '../network/model.ts'
import { createScoreReader } from '../network/read-scores.ts'
import { correctModel } from './correct-model.ts'
import { crossFit } from './cross-fit.ts'
import { type AdaptedEntity, entityGroups, readsEntities } from './entity-groups.ts'
import { answerOf, fitCorrection, type LabelledRows } from './fit-correction.ts'
import { type Gain, measureGain, type Refusal, refusalOf } from './gain.ts'
import { type LastLayer, readLastLayer } from './last-layer.ts'
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

/** Why no version was made, with the numbers that led to it. */
type AdaptationRefusal =
  | { readonly reason: 'TOO_FEW'; readonly tweetCount: number }
  /** There are enough labels, but no entity has enough of them, and what they share does not help the others. */
  | { readonly reason: 'SCATTERED'; readonly tweetCount: number }
  | { readonly reason: Refusal; readonly tweetCount: number; readonly gain: Gain }

export interface Adaptation {
  readonly isAdapted: true
  readonly model: Model
  readonly gain: Gain
  readonly entities: readonly AdaptedEntity[]
  readonly isShared: boolean
  /** Labels that the version was fitted to; near duplicates count as one tweet. */
  readonly labelCount: number
  readonly tweetCount: number
  /** Cross-fitted answers: by a correction that was fitted without the tweet. Null for labels that were not used. Order of the input. */
  readonly answers: readonly (Scores | null)[]
  /** Number of the tweet of each mention. */
  readonly tweets: Int32Array
}

export type AdaptationResult = Adaptation | ({ readonly isAdapted: false } & AdaptationRefusal)

/**
 * Adapts the last layer of a model to labels, if that makes it better on tweets that it was not fitted to. Takes seconds
 * for thousands of labels. The same labels in the same order give the same weights.
 */
export async function adaptModel(
  model: Model,
  mentions: readonly LabelledMention[],
  name: string,
): Promise<AdaptationResult> {
  const { labels } = model.manifest
  const layer = await readLastLayer(model, mentions)
  const tweets = tweetGroups(mentions)
  const entities = entityGroups(
    mentions.map(({ entity }) => entity),
    readsEntities(model.manifest),
  )
  // A label that the model cannot give says nothing about the others.
  const answerable = mentions.flatMap(({ label }, row) => (labels.includes(label) ? [row] : []))
  const countTweets = (rows: readonly number[]) => new Set(rows.map(row => tweets[row])).size
  if (countTweets(answerable) < FEWEST_TWEETS) {
    return { isAdapted: false, reason: 'TOO_FEW', tweetCount: countTweets(answerable) }
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

  const isShared = !readsEntities(model.manifest) || (await helpsOthers(labelled, entities, compare))
  const rows = isShared ? answerable : answerable.filter(row => (entities.groups[row] ?? -1) >= 0)
  const tweetCount = countTweets(rows)
  if (tweetCount < FEWEST_TWEETS) return { isAdapted: false, reason: 'SCATTERED', tweetCount: countTweets(answerable) }
  const used = { ...labelled, rows }
  const answers = await crossFit(used, tweets, FOLDS, seededRandom(SEED))
  const gain = compare(rows, answers)
  const refusal = refusalOf(gain)
  if (refusal !== null) return { isAdapted: false, reason: refusal, tweetCount, gain }
  const correction = fitCorrection(used)
  return {
    isAdapted: true,
    model: correctModel(model, { correction, entities: entities.entities, isShared }, name),
    gain,
    entities: entities.entities,
    isShared,
    labelCount: rows.length,
    tweetCount,
    answers: scoresOf(model, layer, rows, answers),
    tweets,
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

async function helpsOthers(
  labelled: LabelledRows,
  { numbers, entityCount }: { readonly numbers: Int32Array; readonly entityCount: number },
  compare: Compare,
): Promise<boolean> {
  if (entityCount < FEWEST_ENTITIES_FOR_OTHERS) return false
  const folds = Math.min(FOLDS, entityCount)
  const answers = await crossFit(labelled, numbers, folds, seededRandom(SEED), false)
  return refusalOf(compare(labelled.rows, answers)) === null
}

/** As the classifier would give them. */
function scoresOf(
  { manifest }: Model,
  { encoded, outputs }: LastLayer,
  rows: readonly number[],
  answers: readonly (readonly number[])[],
): readonly (Scores | null)[] {
  const probabilities = new Float32Array(encoded.length * outputs)
  for (const [index, row] of rows.entries()) probabilities.set(answers[index] ?? [], row * outputs)
  const scores = createScoreReader(manifest)({
    probabilities,
    unknownTokenShares: Float64Array.from(encoded, ({ unknownTokenShare }) => unknownTokenShare),
    truncations: Uint8Array.from(encoded, ({ isTruncated }) => Number(isTruncated)),
    absences: Uint8Array.from(encoded, ({ isAbsent }) => Number(isAbsent)),
  })
  const used = new Set(rows)
  return scores.map((score, row) => (used.has(row) ? score : null))
}
