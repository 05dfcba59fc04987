import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { parseRange } from '../../time/time-range.ts'
import type { ModelComparison as ModelComparisonValue } from '../compare-models.ts'
import { ConfusionCell } from './evaluation.ts'
import { ModelVersion } from './model-version.ts'

const MATRIX_CELLS = 16

const ModelComparison = builder.objectRef<ModelComparisonValue>('ModelComparison').implement({
  description: 'How two model versions label the mentions that both have classified.',
  fields: t => ({
    first: t.expose('first', { type: ModelVersion, description: 'The version that `firstModelId` names.' }),
    second: t.expose('second', { type: ModelVersion, description: 'The version that `secondModelId` names.' }),
    sampleSize: t.exposeInt('sampleSize', {
      description:
        'Mentions that both versions have classified. `startReclassification` extends this to every mention.',
    }),
    agreement: t.expose('agreement', {
      type: Estimate,
      description:
        'Share of these mentions to which both versions gave the same label, with a Wilson interval that treats mentions as independent.',
    }),
    confusionMatrix: t.expose('confusionMatrix', {
      type: [ConfusionCell],
      complexity: { field: 1, multiplier: MATRIX_CELLS },
      description:
        'Number of these mentions for every pair of labels: `actual` is the label of the first version, `predicted` that of the second.',
    }),
    labelledCount: t.exposeInt('labelledCount', {
      description:
        'The number of these mentions with a human label, of people or of a file, regardless of how they were chosen. Mentions that an adapted version was fitted to do not count.',
    }),
    firstAccuracy: t.expose('firstAccuracy', {
      type: Estimate,
      description:
        'Share of the labelled mentions to which the first version gave the human label. It may have been trained on some of them.',
    }),
    secondAccuracy: t.expose('secondAccuracy', {
      type: Estimate,
      description:
        'Share of the labelled mentions to which the second version gave the human label. It may have been trained on some of them.',
    }),
    pValue: t.exposeFloat('pValue', {
      nullable: true,
      description:
        "P-value of McNemar's test (two-sided, mid-p) on the labelled mentions that exactly one version labelled correctly. It is the probability of a difference at least this large if both versions were equally accurate. Null without labelled mentions.",
    }),
  }),
})

builder.queryField('compareModels', t =>
  t.field({
    authScopes: { READ: true },
    type: ModelComparison,
    nullable: true,
    description:
      'Compares the labels that two model versions gave to the same stored mentions. Without `entity` it reads every classification.',
    complexity: 2000,
    args: {
      firstModelId: t.arg.globalID({ required: true, for: ModelVersion, description: 'Id of a model version.' }),
      secondModelId: t.arg.globalID({
        required: true,
        for: ModelVersion,
        description: 'Id of another model version.',
      }),
      entity: t.arg.string({
        description:
          'Only mentions of this entity, by its name or an alias in any spelling. If omitted, mentions of any entity and of none.',
      }),
      range: t.arg({ type: RangeInput, description: 'Only tweets in this time range. If omitted, all tweets.' }),
    },
    resolve: async (_root, { firstModelId, secondModelId, entity, range }, { models }) =>
      valueOrError(
        await models.compare({
          firstModelId: firstModelId.id,
          secondModelId: secondModelId.id,
          entity: entity ?? null,
          range: valueOrError(parseRange(range)),
        }),
      ),
  }),
)
