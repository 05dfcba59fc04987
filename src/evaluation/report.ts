import { z } from 'zod'
import { LABELS } from '../network/labels.ts'

/** A value with its 95 % interval and the number of rows behind it; null without evidence. */
const estimateSchema = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  sampleSize: z.int(),
})
export type Estimate = z.infer<typeof estimateSchema>

export const EVALUATION_SPLITS = [
  'GROUPED',
  'UNSEEN_ENTITIES',
  'RANDOM_LEAKY',
  'KAGGLE_VALIDATION',
  'EXTERNAL',
  'CORRECTIONS',
] as const

/** One measurement of one model version: an element of `models/<name>/evaluation.json`, and what `pulso evaluate --format json` prints. */
export const evaluationReportSchema = z.object({
  dataset: z.string(),
  datasetSha256: z.string(),
  split: z.enum(EVALUATION_SPLITS),
  /** Labels that were scored: those that the model can give. Rows with another label are left out and counted in `excludedRows`. */
  labels: z.array(z.enum(LABELS)),
  rows: z.int(),
  /** Rows that share an id count once; intervals resample these. */
  tweets: z.int(),
  excludedRows: z.int(),
  /** Rows whose tweet the model was trained on, by id or by text. */
  trainedOnRows: z.int(),
  isLeaky: z.boolean(),
  leakReason: z.string().nullable(),
  modelVersion: z.string(),
  command: z.string(),
  evaluatedAt: z.iso.datetime(),
  accuracy: estimateSchema,
  macroPrecision: estimateSchema,
  macroRecall: estimateSchema,
  macroF1: estimateSchema,
  logLoss: estimateSchema,
  majorityBaseline: z.number(),
  perLabel: z.array(
    z.object({
      label: z.enum(LABELS),
      precision: estimateSchema,
      recall: estimateSchema,
      f1: estimateSchema,
      support: z.int(),
    }),
  ),
  confusionMatrix: z.array(z.object({ actual: z.enum(LABELS), predicted: z.enum(LABELS), count: z.int() })),
  calibration: z.object({
    temperature: z.number().nullable(),
    expectedCalibrationError: z.number(),
    brier: z.number(),
    bins: z.array(
      z.object({
        low: z.number(),
        high: z.number(),
        count: z.int(),
        meanConfidence: z.number().nullable(),
        accuracy: z.number().nullable(),
      }),
    ),
  }),
  riskCoverage: z.array(z.object({ threshold: z.number(), coverage: z.number(), accuracy: z.number().nullable() })),
})
export type EvaluationReport = z.infer<typeof evaluationReportSchema>
