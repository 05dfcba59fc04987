import { findEntity } from '../../entities/find-entity.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { fail } from '../../problem/problem.ts'
import { parseRange } from '../../time/time-range.ts'
import type { ModelComparison as ModelComparisonValue } from '../compare-models.ts'
import { ConfusionCell } from './evaluation.ts'
import { ModelVersion } from './model-version.ts'

const MATRIX_CELLS = 16

const ModelComparison = builder.objectRef<ModelComparisonValue>('ModelComparison').implement({
  description: 'How two model versions label the mentions (a tweet together with an entity) that both have classified.',
  fields: t => ({
    first: t.expose('first', { type: ModelVersion, description: 'The one named first.' }),
    second: t.expose('second', { type: ModelVersion, description: 'The other one.' }),
    sampleSize: t.exposeInt('sampleSize', {
      description: 'Mentions that both have classified. `startReclassification` makes them more.',
    }),
    agreement: t.expose('agreement', {
      type: Estimate,
      description:
        "Share of them that both gave the same label, with Wilson's interval. It counts mentions as if they were independent; null without any.",
    }),
    confusionMatrix: t.expose('confusionMatrix', {
      type: [ConfusionCell],
      complexity: { field: 1, multiplier: MATRIX_CELLS },
      description:
        "Counts of those mentions for every pair of labels; `actual` is the first version's label, `predicted` the second's.",
    }),
    labelled: t.exposeInt('labelled', { description: 'Those of the mentions whose data came with a label.' }),
    firstAccuracy: t.expose('firstAccuracy', {
      type: Estimate,
      description:
        'Share of the labelled mentions that the first version gave their imported label. It may have been trained on some of them.',
    }),
    secondAccuracy: t.expose('secondAccuracy', { type: Estimate, description: 'The same of the second version.' }),
    pValue: t.exposeFloat('pValue', {
      nullable: true,
      description:
        "McNemar's test, two-sided mid-p, on the labelled mentions that exactly one of the two got right: how probable a difference this large is if both are equally good. Null without labelled mentions.",
    }),
  }),
})

builder.queryField('compareModels', t =>
  t.field({
    type: ModelComparison,
    description:
      'Counts, over everything stored, what two versions say about the same mentions. Without an entity it reads every classification.',
    complexity: 2000,
    args: {
      first: t.arg.globalID({ required: true, for: ModelVersion, description: 'Id of a model version.' }),
      second: t.arg.globalID({ required: true, for: ModelVersion, description: 'Id of another one.' }),
      entity: t.arg.string({ description: 'Only mentions of this entity, in any spelling.' }),
      range: t.arg({ type: RangeInput, description: 'Only tweets of this time; all where left out.' }),
    },
    resolve: async (_root, { first, second, entity, range }, { database, models }) => {
      const span = valueOrError(parseRange(range))
      if (first.id === second.id) {
        valueOrError(fail('INVALID', 'second must be another model version than first.', ['second']))
      }
      const versions = await Promise.all(
        [first, second].map(async ({ id }, place) => {
          const version = await models.resolveAnswering(id)
          return version.ok ? version : fail('NOT_FOUND', version.problem.message, [place === 0 ? 'first' : 'second'])
        }),
      )
      const [one, other] = versions.map(valueOrError)
      if (one === undefined || other === undefined) throw new Error('Two ids gave fewer than two versions.')
      const found = entity == null ? null : await findEntity(database, entity)
      if (entity != null && found === null) {
        valueOrError(fail('NOT_FOUND', 'There is no such entity; `entities` lists them.', ['entity']))
      }
      return models.compare(one, other, { entityId: found?.id ?? null, range: span })
    },
  }),
)
