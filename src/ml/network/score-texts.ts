import type { Mention, Scores } from './classifier.ts'
import type { Engine } from './engine.ts'
import type { Model } from './model.ts'
import { createScoreReader } from './read-scores.ts'
import { createTextReader } from './read-texts.ts'

/** Same length and order as the mentions. */
export type TextScorer = (mentions: readonly Mention[]) => Promise<Scores[]>

/** Mentions to scores on the calling thread: encode, ask the engine, say it in our labels. */
export function createTextScorer(model: Model, engine: Engine): TextScorer {
  const read = createTextReader(model, engine)
  const scoresOf = createScoreReader(model.manifest)
  return async mentions => scoresOf(await read(mentions))
}
