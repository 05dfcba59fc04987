import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { underField } from '../../problem/problem.ts'
import { MAX_ANNOTATOR_LENGTH } from '../annotator.ts'
import { LabelPayload, payloadOf } from './label-payload.ts'
import { mentionOf } from './label-target.ts'

const AdjudicateLabelInput = builder.inputType('AdjudicateLabelInput', {
  description: 'The decision on a mention. Name the mention by `classificationId`, or by `tweetId` and `entityId`.',
  fields: t => ({
    classificationId: t.id({ description: 'Id of a classification of the mention, by any model version.' }),
    tweetId: t.id({ description: 'Id of the tweet.' }),
    entityId: t.id({
      description: 'Id of the entity, with `tweetId`. If omitted, the label is about the whole message.',
    }),
    label: t.field({ type: Label, required: true, description: 'The label that holds from now on.' }),
    annotator: t.string({
      required: true,
      description: `The person or program that decides, at most ${MAX_ANNOTATOR_LENGTH} characters. A label that this annotator gave is kept beside the decision.`,
    }),
  }),
})

builder.mutationField('adjudicateLabel', t =>
  t.field({
    authScopes: { REVIEW: true },
    type: LabelPayload,
    nullable: true,
    description:
      'Decides the label of a mention that two or more annotators have labelled. It comes before all other labels until it is undone with `undoLabel`. Labels that are given later do not change it.',
    complexity: 20,
    args: {
      input: t.arg({ type: AdjudicateLabelInput, required: true, description: 'The mention and the decision.' }),
    },
    resolve: async (_root, { input }, context) => {
      const mention = await mentionOf(input, context)
      if (!mention.ok) return payloadOf(mention)
      const decided = await context.labelling.adjudicate(mention.value, input)
      return payloadOf(decided.ok ? decided : { ok: false, problem: underField(decided.problem, 'input') })
    },
  }),
)
