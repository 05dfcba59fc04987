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

/** The weights that a report evaluates: the served ones, or weights that the same recipe produced for this split. */
export const TRAINING_PURPOSES = ['SERVING', 'SPLIT'] as const

/** Former names in reports; directories of models and databases still contain them. */
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

/**
 * One evaluation of one model version: an element of `models/<name>/evaluation.json`, and of the output of `pulso
 * evaluate --format json`.
 */
export const evaluationReportSchema = z.preprocess(
  withPresentNames,
  z.object({
    dataset: z.string(),
    datasetSha256: z.string(),
    split: z.preprocess(split => FORMER_SPLITS.get(split) ?? split, z.enum(EVALUATION_SPLITS)),
    /**
     * The evaluated labels: those that the model can predict. Rows with another label are excluded and counted in
     * `excludedRowCount`.
     */
    labels: z.array(z.enum(LABELS)),
    rowCount: z.int(),
    /** Rows with the same id count once; intervals resample tweets. */
    tweetCount: z.int(),
    excludedRowCount: z.int(),
    /** Rows whose tweet is in the model's training data, by id or by text. */
    trainedOnRowCount: z.int(),
    isLeaky: z.boolean(),
    leakReason: z.string().nullable(),
    /**
     * SPLIT: the recipe was trained on this split's training part, and `modelVersion` names weights that were not kept.
     */
    trainedFor: z.enum(TRAINING_PURPOSES).default('SERVING'),
    /** Passes over the training rows, for SPLIT; otherwise see the manifest. */
    epochs: z.int().nullable().default(null),
    /** Training seed, for SPLIT; otherwise see the manifest. */
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
    /** Accuracy of a linear model of the training part; null without training rows. */
    linearBaseline: estimateSchema.nullable().default(null),
    /**
     * Accuracy of the same model on the same rows without their entities; null if no row has an entity, or if the model
     * ignores entities.
     */
    entityBlindAccuracy: estimateSchema.nullable().default(null),
    /**
     * Accuracy on the rows with an entity if the model is asked for a name that is not in the text, and for another word
     * of the text; null as above. A model that reads the entity is clearly better than both.
     */
    absentNameAccuracy: estimateSchema.nullable().default(null),
    otherWordAccuracy: estimateSchema.nullable().default(null),
    /**
     * Pairs of rows about one tweet, with different entities and different labels: the shares of pairs with both labels
     * right, with the same label for both, and with at least one certain label that is wrong. Null without pairs.
     */
    entityPairs: z
      .object({ bothRight: estimateSchema, sameLabel: estimateSchema, confidentlyWrong: estimateSchema })
      .nullable()
      .default(null),
    /**
     * Tweets with several texts of one label: the share whose texts all get the same label, the mean of the largest
     * difference of a probability between two of them, and the largest of all. Null without such tweets.
     */
    textVariants: z
      .object({ sameLabel: estimateSchema, meanShift: estimateSchema, largestShift: z.number() })
      .nullable()
      .default(null),
    perLabel: z.array(
      z.object({
        label: z.enum(LABELS),
        precision: estimateSchema,
        recall: estimateSchema,
        f1: estimateSchema,
        support: z.int(),
      }),
    ),
    /** The most frequent entities, at most 200, by descending number of rows. */
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
