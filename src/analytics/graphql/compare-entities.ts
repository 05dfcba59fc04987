import { findEntities } from '../../entities/find-entities.ts'
import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { Entity as EntityRow } from '../../storage/generated/client/client.ts'
import { parseRange } from '../../time/time-range.ts'
import type { ComparedPair } from '../comparison/compare-pairs.ts'
import { distinctNames, MAX_COMPARED } from '../comparison/distinct-names.ts'
import type {
  ComparisonItem as ComparisonItemValue,
  EntityComparison as EntityComparisonValue,
} from '../comparison/entity-comparison.ts'
import { SentimentSummary } from './sentiment-summary.ts'

const MAX_PAIRS = (MAX_COMPARED * (MAX_COMPARED - 1)) / 2

const ComparisonItem = builder.objectRef<ComparisonItemValue<EntityRow>>('ComparisonItem').implement({
  description: 'One of the entities that are compared.',
  fields: t => ({
    entity: t.expose('entity', { type: Entity }),
    summary: t.expose('summary', { type: SentimentSummary, description: 'Its own figures.' }),
    shareOfVoice: t.expose('shareOfVoice', {
      type: Estimate,
      description:
        "Its share of the classifications about all that are compared, with Wilson's interval; null where there are none.",
    }),
    difference: t.expose('difference', {
      type: Estimate,
      nullable: true,
      description:
        "Its net sentiment less that of the first item, from -2 to 2: the first item's pair with it, the other way round. Null for the first itself.",
    }),
    isSignificant: t.exposeBoolean('isSignificant', {
      nullable: true,
      description:
        'Whether that difference holds up among all pairs (`ComparisonPair.isSignificant`). Null for the first, and where one of the two has no opinions.',
    }),
  }),
})

const ComparisonPair = builder.objectRef<ComparedPair<EntityRow>>('ComparisonPair').implement({
  description: 'How two of the entities differ in net sentiment.',
  fields: t => ({
    first: t.expose('first', { type: Entity, description: 'The one that was named first.' }),
    second: t.expose('second', { type: Entity, description: 'The other one.' }),
    difference: t.expose('difference', {
      type: Estimate,
      description:
        "Net sentiment of the first less that of the second, from -2 to 2, with Newcombe's hybrid score interval (1998, method 10) of the two shares of positive opinions, doubled as net sentiment is 2 p - 1. `sampleSize` is the opinions of both; null where one has none. The interval is of this pair alone, so it may leave out 0 where `isSignificant` is false.",
    }),
    pValue: t.exposeFloat('pValue', {
      nullable: true,
      description:
        'How probable a difference this large is if both feel alike: the "N - 1" chi-square test of two shares, or Fisher and Irwin\'s where a count below 1 is expected (Campbell 2007). It takes tweets as independent of each other, also those that speak of both. Null where one has no opinions.',
    }),
    adjustedPValue: t.exposeFloat('adjustedPValue', {
      nullable: true,
      description: "The same with Holm's correction for all pairs of this comparison. Null where `pValue` is.",
    }),
    isSignificant: t.exposeBoolean('isSignificant', {
      nullable: true,
      description: 'Whether `adjustedPValue` is below 0.05. Null where it is null.',
    }),
  }),
})

const EntityComparison = builder.objectRef<EntityComparisonValue<EntityRow>>('EntityComparison').implement({
  description: 'Entities side by side, by one model version.',
  fields: t => ({
    items: t.expose('items', {
      type: [ComparisonItem],
      complexity: { field: 1, multiplier: MAX_COMPARED },
      description: 'In the order of their names; each once, however often and in how many spellings it was named.',
    }),
    pairs: t.expose('pairs', {
      type: [ComparisonPair],
      complexity: { field: 1, multiplier: MAX_PAIRS },
      description: 'Each with each: the first with all others, then the second with those after it, and so on.',
    }),
    unknownNames: t.stringList({
      description: 'Names that no entity has: no tweet was ever stored about them. They are left out.',
      resolve: ({ unknownNames }) => [...unknownNames],
    }),
  }),
})

builder.queryField('compareEntities', t =>
  t.field({
    type: EntityComparison,
    description: `Compares the net sentiment of 1 to ${MAX_COMPARED} entities, each with each. No names, or more than ${MAX_COMPARED} different ones, are an error that says what would have worked.`,
    complexity: 50,
    args: {
      names: t.arg.stringList({
        required: true,
        description: 'In any spelling; spellings of the same entity count once.',
      }),
      range: t.arg({ type: RangeInput, description: 'Only tweets of this time; all where left out.' }),
      model: t.arg.globalID({
        for: ModelVersion,
        description: 'Id of a model version; `summaryModel` where left out.',
      }),
    },
    resolve: async (_root, { names, range, model }, { analytics, database, models }) => {
      const span = valueOrError(parseRange(range))
      const distinct = valueOrError(distinctNames(names))
      const version = valueOrError(await models.resolve(model?.id ?? null))
      const { entities, unknownNames } = await findEntities(database, distinct)
      return { ...(await analytics.compare(entities, version, span)), unknownNames }
    },
  }),
)
