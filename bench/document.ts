import { z } from 'zod'
import { measurementSchema } from './inference/measurement.ts'
import { machineSchema } from './machine.ts'
import { figureSchema } from './service/figure.ts'

/** What `npm run bench -- --json` prints. */
export const benchDocumentSchema = z.object({
  machine: machineSchema,
  /** Fewer rounds, tweets and rows than it takes to rely on the figures. */
  isQuick: z.boolean(),
  /** Where the tweets come from, in words. */
  tweets: z.string(),
  /** The network alone: token ids to probabilities, the same weights for all engines. */
  inference: z.array(measurementSchema),
  /** From the text to a label. Engines have networks or word lists of their own. */
  textToLabel: z.array(measurementSchema),
  service: z.array(figureSchema),
  /** What was left out, and why. */
  notices: z.array(z.string()),
})

export type BenchDocument = z.infer<typeof benchDocumentSchema>
