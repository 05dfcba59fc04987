import { z } from 'zod'

/** One figure of the running server. */
export const figureSchema = z.object({ name: z.string(), value: z.number(), unit: z.string() })

export type Figure = z.infer<typeof figureSchema>
