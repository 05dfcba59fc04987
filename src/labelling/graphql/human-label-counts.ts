import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { shownVersion } from '../../models/graphql/shown-version.ts'
import { parseRange } from '../../time/time-range.ts'
import type { HumanLabelCounts as HumanLabelCountsValue } from '../label-counts.ts'

const HumanLabelCounts = builder.objectRef<HumanLabelCountsValue>('HumanLabelCounts').implement({
  description: 'Number of mentions with each human label.',
  fields: t => ({
    positive: t.exposeInt('positive', { description: 'Mentions that are labelled POSITIVE.' }),
    neutral: t.exposeInt('neutral', { description: 'Mentions that are labelled NEUTRAL.' }),
    negative: t.exposeInt('negative', { description: 'Mentions that are labelled NEGATIVE.' }),
    irrelevant: t.exposeInt('irrelevant', { description: 'Mentions that are labelled IRRELEVANT.' }),
    total: t.int({
      description: 'All labelled mentions.',
      resolve: ({ positive, neutral, negative, irrelevant }) => positive + neutral + negative + irrelevant,
    }),
    byPeople: t.exposeInt('byPeople', {
      description: 'Mentions among them that a person has labelled; the others have only the label of a file.',
    }),
    disputed: t.exposeInt('disputed', {
      description: 'Mentions among them whose annotators gave different labels, without an adjudication.',
    }),
  }),
})

builder.prismaObjectFields('Entity', t => ({
  labelCounts: t.field({
    authScopes: { READ: true },
    type: HumanLabelCounts,
    nullable: true,
    description:
      'The labels that people and files gave to tweets about the entity, beside those of the model. They are a sample, and not a random one unless it was drawn so.',
    complexity: 20,
    args: { range: t.arg({ type: RangeInput, description: 'Only tweets of this time. If omitted, all.' }) },
    resolve: async ({ id }, { range }, context) => {
      const { id: modelVersionId } = await shownVersion(context, null)
      return context.labelling.counts({ entityId: id, modelVersionId, range: valueOrError(parseRange(range)) })
    },
  }),
}))
