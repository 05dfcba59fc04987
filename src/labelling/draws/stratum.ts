import { z } from 'zod'
import { LABELS } from '../../labels.ts'

/** Mentions that are drawn with the same probability, in the JSON of `label_draw.strata`. */
export const stratumSchema = z.object({
  /** The label that the model gave. */
  label: z.enum(LABELS),
  isUncertain: z.boolean(),
  /** Another model version gave another label; false if none was compared. */
  isDisputed: z.boolean(),
  populationCount: z.int(),
  itemCount: z.int(),
})

export type Stratum = z.output<typeof stratumSchema>
