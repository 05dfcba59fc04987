import { builder } from '../../graphql/builder.ts'
import type { GraphqlContext } from '../../graphql/context.ts'
import { Label } from '../../graphql/label.ts'
import { idOf } from '../../graphql/node-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, underField } from '../../problem/problem.ts'
import { MAX_ANNOTATOR_LENGTH } from '../annotator.ts'
import { LabelPayload, type LabelPayloadValue, payloadOf } from './label-payload.ts'
import { mentionOf } from './label-target.ts'

const LabelSource = builder.enumType('LabelSource', {
  description: 'The kind of client in which a label is given.',
  values: {
    PAGE: { description: 'On the pages of this server.' },
    API: { description: 'In another client.' },
  } as const,
})

const SetLabelInput = builder.inputType('SetLabelInput', {
  description:
    'A label for a mention. Name the mention by `classificationId`; or by `tweetId` and `entityId`; or by `externalId` and `entity`.',
  fields: t => ({
    classificationId: t.id({ description: 'Id of a classification of the mention, by any model version.' }),
    tweetId: t.id({ description: 'Id of the tweet.' }),
    entityId: t.id({
      description: 'Id of the entity, with `tweetId`. If omitted, the label is about the whole message.',
    }),
    externalId: t.string({ description: 'The id of the tweet at its source.' }),
    entity: t.string({
      description:
        'Name or alias of the entity, with `externalId`. If omitted or blank, the label is about the whole message.',
    }),
    text: t.string({ description: 'The text of the tweet, with `externalId`; needed if several tweets have that id.' }),
    label: t.field({ type: Label, required: true, description: 'The label.' }),
    annotator: t.string({
      required: true,
      description: `The person or program that labels, at most ${MAX_ANNOTATOR_LENGTH} characters. Upper and lower case are different names.`,
    }),
    reviewQueueId: t.id({
      description:
        'Id of the queue for which the mention is labelled. The probability with which the queue drew it is stored with the label. Tweets of the queue with the same text get the label as well.',
    }),
    source: t.field({
      type: LabelSource,
      defaultValue: 'API',
      description: 'The kind of client in which the label was given.',
    }),
    labelledAt: t.field({
      type: 'DateTime',
      description: 'When the annotator decided, if the label is sent later. If omitted or in the future: now.',
    }),
  }),
})

builder.mutationField('setLabel', t =>
  t.field({
    authScopes: { REVIEW: true },
    type: LabelPayload,
    nullable: true,
    description:
      'Stores the label that an annotator gives to a mention. It replaces the annotator’s label, which is kept in the history. Repeating the call changes nothing, so that a client can send it again after an outage. Figures that use labels follow at once.',
    complexity: 20,
    args: { input: t.arg({ type: SetLabelInput, required: true, description: 'The mention and its label.' }) },
    resolve: (_root, { input }, context) => setOne(input, context),
  }),
)

/** With few enough values for the limit of variables. */
const MAX_LABELS = 300

interface SetLabelsPayloadValue {
  readonly results: readonly LabelPayloadValue[]
  readonly userErrors: readonly Problem[]
}

const SetLabelsPayload = builder.objectRef<SetLabelsPayloadValue>('SetLabelsPayload').implement({
  description: 'One result for each label, or the reason why none was stored.',
  fields: t => ({
    results: t.expose('results', {
      type: [LabelPayload],
      complexity: { multiplier: MAX_LABELS },
      description:
        'Same length and order as `inputs`. Each label is stored or refused on its own. Empty if the whole list was refused.',
    }),
    userErrors: t.expose('userErrors', {
      type: [UserError],
      description:
        'Errors of the whole list. Errors of single labels are in `results`, with paths such as ["inputs", "3", "annotator"].',
    }),
  }),
})

builder.mutationField('setLabels', t =>
  t.field({
    authScopes: { REVIEW: true },
    type: SetLabelsPayload,
    nullable: true,
    description: `Stores 1 to ${MAX_LABELS} labels, one after the other, as \`setLabel\` does. If one is refused, the others are stored. Repeating the call changes nothing.`,
    complexity: 2000,
    args: { inputs: t.arg({ type: [SetLabelInput], required: true, description: `The labels, 1 to ${MAX_LABELS}.` }) },
    resolve: async (_root, { inputs }, context) => {
      if (inputs.length < 1 || inputs.length > MAX_LABELS)
        return { results: [], userErrors: [wrongNumber(inputs.length)] }
      const results: LabelPayloadValue[] = []
      // In order: a later label of the same mention replaces an earlier one.
      for (const [index, input] of inputs.entries()) {
        const set = await setOne(input, context)
        results.push({ ...set, userErrors: set.userErrors.map(problem => ofInput(problem, index)) })
      }
      return { results, userErrors: [] }
    },
  }),
)

const wrongNumber = (count: number): Problem => ({
  code: count === 0 ? 'INVALID' : 'TOO_MANY',
  message: `inputs must have 1 to ${MAX_LABELS} labels, but has ${count}.`,
  field: ['inputs'],
})

/** The path of a problem of `setLabel` as that of one of several inputs. */
const ofInput = (problem: Problem, index: number): Problem => ({
  ...problem,
  field: ['inputs', String(index), ...(problem.field ?? []).slice(1)],
})

async function setOne(input: typeof SetLabelInput.$inferInput, context: GraphqlContext): Promise<LabelPayloadValue> {
  const mention = await mentionOf(input, context)
  if (!mention.ok) return payloadOf(mention)
  const queue = input.reviewQueueId == null ? null : idOf('ReviewQueue', input.reviewQueueId, 'input', 'reviewQueueId')
  if (queue?.ok === false) return payloadOf(queue)
  const set = await context.labelling.set(mention.value, {
    label: input.label,
    annotator: input.annotator,
    origin: input.source ?? 'API',
    labelledAt: input.labelledAt ?? null,
    drawId: queue?.value ?? null,
  })
  return payloadOf(set.ok ? set : { ok: false, problem: underField(set.problem, 'input') })
}
