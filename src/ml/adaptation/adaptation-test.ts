import { z } from 'zod'

export const DRAWINGS = ['UNIFORM', 'MIXED'] as const
export type Drawing = (typeof DRAWINGS)[number]

/** Means over the draws, on the tweets of the source that were not drawn. */
const testRow = z.object({
  labelled: z.int(),
  drawing: z.enum(DRAWINGS),
  drawCount: z.int(),
  /** Share of the draws after which a version was made. */
  adaptedShare: z.number().min(0).max(1),
  accuracyBefore: z.number(),
  /** After the adaptation; as before if none was made. */
  accuracyAfter: z.number(),
  macroF1Before: z.number(),
  macroF1After: z.number(),
  /** Share of the draws after which a version was made that is less accurate than before. */
  worseShare: z.number().min(0).max(1),
})

/** What `pulso evaluate --adaptation` measured: `adaptation-test.json` in a model folder. */
export const adaptationTestSchema = z.object({
  modelVersion: z.string(),
  command: z.string(),
  evaluatedAt: z.iso.datetime(),
  /** Seed of the draws. */
  seed: z.int(),
  /** Labelled tweets that were excluded because the model was trained on them. */
  trainedOnRowCount: z.int(),
  sources: z.array(z.object({ name: z.string(), entityCount: z.int(), tweetCount: z.int(), rows: z.array(testRow) })),
})

export type AdaptationTest = z.infer<typeof adaptationTestSchema>
export type AdaptationTestRow = z.infer<typeof testRow>
