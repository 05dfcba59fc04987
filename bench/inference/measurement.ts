import { z } from 'zod'

/**
 * An engine's time per tweet: processor time of all its threads, with the median, minimum and maximum of the rounds.
 */
export const measurementSchema = z.object({
  engine: z.string(),
  /** A directory under `models/`, or the engine's own word list. */
  model: z.string(),
  batch: z.int().positive(),
  order: z.enum(['random', 'sorted']),
  cpuMicrosPerTweet: z.number().positive(),
  low: z.number().positive(),
  high: z.number().positive(),
  rounds: z.int().positive(),
  /** Ratio to Pulso's kernel in the same rounds. */
  ratio: z.number().positive(),
  version: z.string(),
  /** Wall time from request to response, if the engine is a service. */
  wallMicrosPerTweet: z.number().positive().optional(),
})

export type Measurement = z.infer<typeof measurementSchema>
