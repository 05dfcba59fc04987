import { z } from 'zod'

/** What an engine took for a tweet: processor time of all its threads, the median of the rounds, the least and the most. */
export const measurementSchema = z.object({
  engine: z.string(),
  /** A folder under `models/`, or the word list that an engine brings. */
  model: z.string(),
  batch: z.int().positive(),
  order: z.enum(['random', 'sorted']),
  cpuMicrosPerTweet: z.number().positive(),
  low: z.number().positive(),
  high: z.number().positive(),
  rounds: z.int().positive(),
  /** To Pulso's kernel in the same rounds. */
  ratio: z.number().positive(),
  version: z.string(),
  /** From request to answer, where the engine is a service. */
  wallMicrosPerTweet: z.number().positive().optional(),
})

export type Measurement = z.infer<typeof measurementSchema>
