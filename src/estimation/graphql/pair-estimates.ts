import { distinctNames, MAX_COMPARED } from '../../analytics/comparison/distinct-names.ts'
import { readScope, scopeArguments } from '../../analytics/graphql/scope.ts'
import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import type { Entity as EntityRow } from '../../storage/generated/client/client.ts'
import { type EstimatedPair as EstimatedPairValue, estimatePairs } from '../estimate-pairs.ts'

/** Reads every classification of all compared entities, as `Entity.sentimentEstimate` does of one. */
const COST = 3000

const EstimatedPair = builder.objectRef<EstimatedPairValue<EntityRow>>('EstimatedPair').implement({
  description: 'The difference in net sentiment between two entities, with the error of the model inside the interval.',
  fields: t => ({
    first: t.expose('first', { type: Entity, description: 'The entity that was named first.' }),
    second: t.expose('second', { type: Entity, description: 'The entity that was named second.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'Net sentiment of the first minus that of the second, from -2 to 2. Null if one of them has no tweets in the range.',
    }),
    low: t.exposeFloat('low', { nullable: true, description: 'Lower end of the 95 % interval. Null without a value.' }),
    high: t.exposeFloat('high', {
      nullable: true,
      description: 'Upper end of the 95 % interval. Null without a value.',
    }),
    pValue: t.exposeFloat('pValue', {
      nullable: true,
      description: 'Twice the probability that the true difference has the other sign. Null without a value.',
    }),
    adjustedPValue: t.exposeFloat('adjustedPValue', {
      nullable: true,
      description: "`pValue` with Holm's correction for all pairs. Null without a value.",
    }),
    isSignificant: t.exposeBoolean('isSignificant', {
      nullable: true,
      description: 'Whether `adjustedPValue` is below 0.05. Null without a value.',
    }),
  }),
})

interface EstimatedPairsValue {
  readonly pairs: readonly EstimatedPairValue<EntityRow>[]
  readonly unknownNames: readonly string[]
}

const EstimatedPairs = builder.objectRef<EstimatedPairsValue>('EstimatedPairs').implement({
  description: 'Differences between entities, every pair of them.',
  fields: t => ({
    pairs: t.expose('pairs', {
      type: [EstimatedPair],
      complexity: { field: 1, multiplier: (MAX_COMPARED * (MAX_COMPARED - 1)) / 2 },
      description: 'All pairs, by first entity, then second.',
    }),
    unknownNames: t.stringList({
      description: 'Names of no entity, because no tweet was ever stored about them.',
      resolve: ({ unknownNames }) => [...unknownNames],
    }),
  }),
})

builder.queryField('estimateDifferences', t =>
  t.field({
    type: EstimatedPairs,
    nullable: true,
    description: `Compares the net sentiment of 2 to ${MAX_COMPARED} entities, with the error of the model and the sampling of tweets. An error that all tweets of one source share cancels in a difference. The entities are taken to be of one source.`,
    complexity: COST,
    args: {
      names: t.arg.stringList({
        required: true,
        description: `2 to ${MAX_COMPARED} names or aliases, in any spelling. Several spellings of a name count once.`,
      }),
      ...scopeArguments,
    },
    resolve: async (_root, { names, ...args }, context) => {
      const distinct = valueOrError(distinctNames(names))
      const { range, modelVersion } = await readScope(args, context)
      const { entities, unknownNames } = await context.entities.findAll(distinct)
      const ids = entities.map(({ id }) => id)
      const difference = await context.estimation.differences(ids, modelVersion, range)
      return { pairs: estimatePairs(entities, difference), unknownNames }
    },
  }),
)
