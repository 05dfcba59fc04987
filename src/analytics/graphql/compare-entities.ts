import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Estimate } from '../../graphql/estimate.ts'
import type { Entity as EntityRow } from '../../storage/generated/client/client.ts'
import type { ComparedPair } from '../comparison/compare-pairs.ts'
import { distinctNames, MAX_COMPARED } from '../comparison/distinct-names.ts'
import type {
  ComparisonItem as ComparisonItemValue,
  EntityComparison as EntityComparisonValue,
} from '../comparison/entity-comparison.ts'
import { readScope, scopeArguments } from './scope.ts'
import { SentimentEstimate } from './sentiment-estimate.ts'
import { SentimentSummary } from './sentiment-summary.ts'

const MAX_PAIRS = (MAX_COMPARED * (MAX_COMPARED - 1)) / 2

const ComparisonItem = builder.objectRef<ComparisonItemValue<EntityRow>>('ComparisonItem').implement({
  description: 'One of the compared entities.',
  fields: t => ({
    entity: t.expose('entity', { type: Entity, description: 'The entity.' }),
    summary: t.expose('summary', { type: SentimentSummary, description: 'Sentiment of the tweets about the entity.' }),
    shareOfVoice: t.expose('shareOfVoice', {
      type: Estimate,
      description:
        "Share of the classifications about all compared entities, with Wilson's interval. Its values are null if there are no classifications.",
    }),
    relevantShareOfVoice: t.expose('relevantShareOfVoice', {
      type: SentimentEstimate,
      description:
        "Share of the relevant tweets about all compared entities: those that are truly not IRRELEVANT. In `sampling`, the interval is Wilson's.",
    }),
    difference: t.expose('difference', {
      type: SentimentEstimate,
      nullable: true,
      description:
        'Net sentiment of this item minus that of the first item, from -2 to 2: the difference of their pair with the opposite sign. Null for the first item.',
    }),
    isSignificant: t.exposeBoolean('isSignificant', {
      nullable: true,
      description:
        'Whether that difference is significant among all pairs (`ComparisonPair.isSignificant`). Null for the first item, and if one of the two has no tweets.',
    }),
  }),
})

const ComparisonPair = builder.objectRef<ComparedPair<EntityRow>>('ComparisonPair').implement({
  description: 'The difference in net sentiment between two of the compared entities.',
  fields: t => ({
    first: t.expose('first', { type: Entity, description: 'The entity that was named first.' }),
    second: t.expose('second', { type: Entity, description: 'The entity that was named second.' }),
    difference: t.expose('difference', {
      type: SentimentEstimate,
      description:
        "Net sentiment of the first minus that of the second, from -2 to 2. The errors of the model that the two share cancel. The entities are taken to be of one source. The interval includes the sampling of tweets and is not corrected for the other pairs, so that it may exclude 0 although `isSignificant` is false. In `sampling`, it is Newcombe's hybrid score interval (1998, method 10) for the two shares of positive opinions. It is doubled, because net sentiment is 2 p - 1.",
    }),
    pValue: t.exposeFloat('pValue', {
      nullable: true,
      description:
        'Twice the probability that the true difference has the other sign. Null if one of them has no tweets.',
    }),
    adjustedPValue: t.exposeFloat('adjustedPValue', {
      nullable: true,
      description: "`pValue` with Holm's correction for all pairs of this comparison. Null if `pValue` is null.",
    }),
    isSignificant: t.exposeBoolean('isSignificant', {
      nullable: true,
      description: 'Whether `adjustedPValue` is below 0.05. Null if it is null.',
    }),
    neededLabelCount: t.exposeInt('neededLabelCount', {
      nullable: true,
      description:
        'About how many more labels of randomly drawn tweets each of the two needs before the difference is significant, if the present value is right. 0 if it is significant now. Null if even labels of all tweets would not be enough.',
    }),
  }),
})

const EntityComparison = builder.objectRef<EntityComparisonValue<EntityRow>>('EntityComparison').implement({
  description: 'A comparison of entities according to one model version.',
  fields: t => ({
    items: t.expose('items', {
      type: [ComparisonItem],
      complexity: { field: 1, multiplier: MAX_COMPARED },
      description: 'The entities in the order of their names, each once.',
    }),
    pairs: t.expose('pairs', {
      type: [ComparisonPair],
      complexity: { field: 1, multiplier: MAX_PAIRS },
      description: 'All pairs, by first item, then second.',
    }),
    unknownNames: t.stringList({
      description: 'Names of no entity, because no tweet was ever stored about them. They are not compared.',
      resolve: ({ unknownNames }) => [...unknownNames],
    }),
  }),
})

builder.queryField('compareEntities', t =>
  t.field({
    authScopes: { READ: true },
    type: EntityComparison,
    nullable: true,
    description: `Compares the net sentiment of 1 to ${MAX_COMPARED} entities, every pair of them.`,
    complexity: 300,
    args: {
      names: t.arg.stringList({
        required: true,
        description: `1 to ${MAX_COMPARED} names or aliases, in any spelling. Several spellings of a name count once.`,
      }),
      ...scopeArguments,
    },
    resolve: async (_root, { names, ...args }, context) => {
      const distinct = valueOrError(distinctNames(names))
      const { range, modelVersion } = await readScope(args, context)
      const { entities, unknownNames } = await context.entities.findAll(distinct)
      return { ...(await context.analytics.compare(entities, modelVersion, range)), unknownNames }
    },
  }),
)
