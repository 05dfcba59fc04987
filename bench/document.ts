import { z } from 'zod'
import { measurementSchema } from './inference/measurement.ts'
import { machineSchema } from './machine.ts'
import { figureSchema } from './service/figure.ts'

/** The output of `npm run bench -- --json`. */
export const benchDocumentSchema = z.object({
  machine: machineSchema,
  /** Fewer rounds, tweets and rows than reliable figures need. */
  isQuick: z.boolean(),
  /** The source of the tweets, in words. */
  tweets: z.string(),
  /** The network alone: token ids to probabilities, the same weights for all engines. */
  inference: z.array(measurementSchema),
  /** From text to label. Each engine has its own network or word list. */
  textToLabel: z.array(measurementSchema),
  service: z.array(figureSchema),
  /** The excluded peers, with reasons. */
  notices: z.array(z.string()),
})

export type BenchDocument = z.infer<typeof benchDocumentSchema>
