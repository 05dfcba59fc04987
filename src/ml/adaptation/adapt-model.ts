import type { Scores } from '../network/classifier.ts'
import type { Model } from '../network/model.ts'
import { createScoreReader } from '../network/read-scores.ts'
import { correctModel } from './correct-model.ts'
import type { AdaptedEntity } from './entity-groups.ts'
import { type CorrectionRefusal, findCorrection, type LabelledMention } from './find-correction.ts'
import type { Gain } from './gain.ts'
import { type LastLayer, readLastLayer } from './last-layer.ts'

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

export type AdaptationResult = Adaptation | ({ readonly isAdapted: false } & CorrectionRefusal)

/**
 * Adapts the last layer of a model to labels, if that makes it better on tweets that it was not fitted to. Takes seconds
 * for thousands of labels. The same labels in the same order give the same weights.
 */
export async function adaptModel(
  model: Model,
  mentions: readonly LabelledMention[],
  name: string,
): Promise<AdaptationResult> {
  const layer = await readLastLayer(model, mentions)
  const found = findCorrection(model.manifest, layer, mentions)
  if (!found.isFound) {
    const { isFound: _, ...refusal } = found
    return { isAdapted: false, ...refusal }
  }
  const { gain, entities, isShared, rows, answers, tweets, tweetCount } = found
  return {
    isAdapted: true,
    model: correctModel(model, found, name),
    gain,
    entities,
    isShared,
    labelCount: rows.length,
    tweetCount,
    answers: scoresOf(model, layer, rows, answers),
    tweets,
  }
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
