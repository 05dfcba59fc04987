import { z } from 'zod'
import type { ErrorModel } from '../../../estimates/error-model.ts'
import { STRATA } from '../../../estimates/strata.ts'
import { LABELS } from '../../../labels.ts'

const vector = z.tuple([z.number(), z.number(), z.number()])
const share = z.number().min(0).max(1)

export const errorModelSchema = z.object({
  base: z.array(z.array(z.number().positive()).length(LABELS.length)).length(STRATA.length),
  concentration: z.number().positive(),
  betweenSources: z.tuple([vector, vector, vector]),
  betweenEntities: z.tuple([vector, vector, vector]),
}) satisfies z.ZodType<ErrorModel>

const coverageRow = z.object({
  /** Labelled tweets of the entity. */
  labelled: z.int(),
  /** Entities with more tweets than that. */
  entityCount: z.int(),
  drawCount: z.int(),
  /** How often the 95 % interval contains the net sentiment of all labels. */
  coverage: share,
  /** Mean length of the interval. */
  width: z.number(),
  /** Mean length that was expected before the first label; null without labels, missing in earlier reports. */
  expectedWidth: z.number().nullable().optional(),
  /** Mean absolute error of the value. */
  meanError: z.number(),
  /** How often the whole interval is on the wrong side of 0. */
  signErrors: share,
  /** Means of the intervals of the four shares of labels; missing in earlier reports. */
  shares: z.object({ coverage: share, width: z.number() }).optional(),
  /** The same interval and error from the labels alone; null without labels. */
  labelsAlone: z.object({ coverage: share, width: z.number(), meanError: z.number() }).nullable(),
})

const comparisonRow = z.object({
  labelled: z.int(),
  pairCount: z.int(),
  /** How often the interval of the difference contains the true difference. */
  coverage: share,
  /** Share of the pairs whose difference is called significant, p < 0.05 without correction. */
  significant: share,
  /** Share of the significant pairs whose true difference has the other sign; null without a significant pair. */
  wrong: share.nullable(),
})

/** What `pulso evaluate --estimates` measured: a model folder's `estimates.json`. */
export const estimationReportSchema = z.object({
  modelVersion: z.string(),
  command: z.string(),
  evaluatedAt: z.iso.datetime(),
  /** Seed of the draws. */
  seed: z.int(),
  sources: z.array(z.object({ name: z.string(), entityCount: z.int(), tweetCount: z.int() })),
  /** Labelled tweets that were left out because the model was trained on them. */
  trainedOnRowCount: z.int(),
  /** Fitted to all sources. For the figures below, it was fitted without the source of the tested entity. */
  errors: errorModelSchema as z.ZodType<ErrorModel>,
  entities: z.array(coverageRow),
  comparisons: z.array(comparisonRow),
})

export type EstimationReport = z.infer<typeof estimationReportSchema>
export type CoverageRow = z.infer<typeof coverageRow>
export type ComparisonRow = z.infer<typeof comparisonRow>
