import { z } from 'zod'
import type { ErrorModel } from '../../estimates/error-model.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import { errorModelSchema } from './estimates/estimation-report.ts'

const estimateSchema = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  sampleSize: z.int(),
}) satisfies z.ZodType<Estimate>

const changeSchema = z.object({ before: estimateSchema, after: estimateSchema, gain: estimateSchema })

/** Where the labels came from: the store, whose estimates then use cross-fitted answers, or a file. */
const LABEL_SOURCES = ['STORE', 'FILE'] as const

/** How a version was adapted to labels: `adaptation.json` in its folder. */
export const adaptationReportSchema = z.object({
  modelVersion: z.string(),
  /** The version that was adapted. */
  parentVersion: z.string(),
  command: z.string(),
  adaptedAt: z.iso.datetime(),
  labelSource: z.enum(LABEL_SOURCES),
  labelCount: z.int(),
  /** Near duplicates count once. */
  tweetCount: z.int(),
  /** Entities with an offset of their own, and their labels; null for whole messages. */
  entities: z.array(z.object({ name: z.string().nullable(), labelCount: z.int() })),
  /** Whether the answers about all other entities have changed as well. */
  isShared: z.boolean(),
  /** The folds of the cross-validation, which keep near duplicates together. */
  folds: z.int(),
  accuracy: changeSchema,
  macroF1: changeSchema,
  /** In nats; the gain is how much it fell. */
  logLoss: changeSchema,
  /** The error model of the parent, which estimates use; null if nobody measured one. */
  errors: (errorModelSchema as z.ZodType<ErrorModel>).nullable(),
})

export type AdaptationReport = z.infer<typeof adaptationReportSchema>
