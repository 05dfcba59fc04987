import type { Mention, Scores } from './classifier.ts'
import type { Engine } from './engine.ts'
import type { Model } from './model.ts'
import { createScoreReader } from './read-scores.ts'
import { createTextReader } from './read-texts.ts'

/** Same length and order as the mentions. */
export type TextScorer = (mentions: readonly Mention[]) => Promise<Scores[]>

/** Scores mentions on the calling thread: encodes them, runs the engine, and maps the outputs to our labels. */
export function createTextScorer(model: Model, engine: Engine): TextScorer {
  const read = createTextReader(model, engine)
  const scoresOf = createScoreReader(model.manifest)
  return async mentions => scoresOf(await read(mentions))
}
