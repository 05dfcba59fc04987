import { z } from 'zod'
import { LABELS } from '../../labels.ts'
import type { Estimate } from '../../statistics/estimate.ts'

const estimateSchema = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  sampleSize: z.int(),
}) satisfies z.ZodType<Estimate>

export const EVALUATION_SPLITS = ['GROUPED', 'RANDOM_LEAKY', 'PUBLISHED_VALIDATION', 'EXTERNAL'] as const

/** Whose figures a report gives: those of the weights that are served, or of weights that the same recipe made for this split alone. */
export const TRAINING_PURPOSES = ['SERVING', 'SPLIT'] as const

/** What reports that were written earlier call it; folders of models and databases still hold some. */
const FORMER_NAMES = new Map([
  ['rows', 'rowCount'],
  ['tweets', 'tweetCount'],
  ['excludedRows', 'excludedRowCount'],
  ['trainedOnRows', 'trainedOnRowCount'],
])
const FORMER_SPLITS = new Map<unknown, string>([['KAGGLE_VALIDATION', 'PUBLISHED_VALIDATION']])

const withPresentNames = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).map(([name, part]) => [FORMER_NAMES.get(name) ?? name, part]))

/** One measurement of one model version: an element of `models/<name>/evaluation.json`, and of the list that `pulso evaluate --format json` prints. */
export const evaluationReportSchema = z.preprocess(
  withPresentNames,
  z.object({
    dataset: z.string(),
    datasetSha256: z.string(),
    split: z.preprocess(split => FORMER_SPLITS.get(split) ?? split, z.enum(EVALUATION_SPLITS)),
    /** Labels that were scored: those that the model can give. Rows with another label are left out and counted in `excludedRowCount`. */
    labels: z.array(z.enum(LABELS)),
    rowCount: z.int(),
    /** Rows that share an id count once; intervals resample these. */
    tweetCount: z.int(),
    excludedRowCount: z.int(),
    /** Rows whose tweet the model was trained on, by id or by text. */
    trainedOnRowCount: z.int(),
    isLeaky: z.boolean(),
    leakReason: z.string().nullable(),
    /** SPLIT: the recipe was trained anew on this split's training part, and `modelVersion` names weights that were not kept. */
    trainedFor: z.enum(TRAINING_PURPOSES).default('SERVING'),
    /** Passes over the training rows, for SPLIT; else the manifest knows. */
    epochs: z.int().nullable().default(null),
    /** Of the training, for SPLIT; else the manifest knows. */
    seed: z.int().nullable().default(null),
    modelVersion: z.string(),
    command: z.string(),
    evaluatedAt: z.iso.datetime(),
    accuracy: estimateSchema,
    macroPrecision: estimateSchema,
    macroRecall: estimateSchema,
    macroF1: estimateSchema,
    logLoss: estimateSchema,
    majorityBaseline: z.number(),
    /** Accuracy of a linear model of the same rows' training part; null where no training rows were at hand. */
    linearBaseline: estimateSchema.nullable().default(null),
    /** Accuracy of the same model on the same rows without their entities; null where no row has one, or the model reads the text alone. */
    entityBlindAccuracy: estimateSchema.nullable().default(null),
    perLabel: z.array(
      z.object({
        label: z.enum(LABELS),
        precision: estimateSchema,
        recall: estimateSchema,
        f1: estimateSchema,
        support: z.int(),
      }),
    ),
    /** The entities with most rows, at most 200, by falling number of rows. */
    perEntity: z
      .array(
        z.preprocess(
          withPresentNames,
          z.object({
            name: z.string(),
            rowCount: z.int(),
            tweetCount: z.int(),
            accuracy: estimateSchema,
            macroF1: estimateSchema,
          }),
        ),
      )
      .default([]),
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
  }),
)
export type EvaluationReport = z.infer<typeof evaluationReportSchema>
