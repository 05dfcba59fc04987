import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { type HumanLabel as HumanLabelValue, LABEL_BASES } from '../human-labels.ts'
import { LabelOrigin } from './label-origin.ts'
import { MentionLabel } from './mention-label.ts'

const MEANINGS: Record<(typeof LABEL_BASES)[number], string> = {
  ADJUDICATED: 'Annotators differed or agreed, and one decided for all of them.',
  AGREED: 'At least two annotators gave it, and no other label has as many.',
  SINGLE: 'The latest label of a person, or else that of the file.',
}

const LabelBasis = builder.enumType('LabelBasis', {
  description: 'How the label of a mention was decided.',
  values: Object.fromEntries(LABEL_BASES.map(basis => [basis, { value: basis, description: MEANINGS[basis] }])) as {
    [basis in (typeof LABEL_BASES)[number]]: { value: basis; description: string }
  },
})

const HumanLabel = builder.objectRef<HumanLabelValue>('HumanLabel').implement({
  description:
    'The one label of a mention that people and files decide together. An adjudication comes first, then the label of most annotators, then the latest one.',
  fields: t => ({
    label: t.expose('label', { type: Label, description: 'The label.' }),
    basis: t.expose('basis', { type: LabelBasis, description: 'How it was decided.' }),
    annotator: t.exposeString('annotator', {
      description: 'The person or program that gave it; of several, the latest one.',
    }),
    origin: t.expose('origin', { type: LabelOrigin, description: 'How it came into the store.' }),
    labelledAt: t.expose('labelledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was given. Null for a label of a file that an early release imported.',
    }),
    annotatorCount: t.exposeInt('annotatorCount', {
      description: 'Number of annotators with a label of the mention, the file included.',
    }),
    isDisputed: t.exposeBoolean('isDisputed', {
      description: 'True if annotators gave different labels and none of them was adjudicated.',
    }),
  }),
})

/** A mention has a few labels; a limit keeps hostile data small. */
const MAX_HISTORY = 100

builder.prismaObjectFields('Classification', t => ({
  humanLabel: t.field({
    authScopes: { READ: true },
    type: HumanLabel,
    nullable: true,
    description:
      'The label that people and files give to this mention. If it differs from `label`, it corrects the model. Null if the mention is not labelled.',
    complexity: 2,
    resolve: ({ tweetId, entityId }, _args, { labelling }) => labelling.humanLabel({ tweetId, entityId }),
  }),
  labels: t.field({
    authScopes: { READ: true },
    type: [MentionLabel],
    nullable: true,
    description: `Every label that was given to this mention, with replaced and withdrawn ones, in the order of their times; at most ${MAX_HISTORY}.`,
    complexity: 5,
    resolve: ({ tweetId, entityId }, _args, { labelling }) =>
      labelling.historyOf({ tweetId, entityId }, MAX_HISTORY).then(rows => [...rows]),
  }),
}))

builder.prismaObjectFields('Tweet', t => ({
  humanLabel: t.field({
    authScopes: { READ: true },
    type: HumanLabel,
    nullable: true,
    description:
      'The label that people and files give to the tweet. Null if it has none, or different ones for different entities; see `Classification.humanLabel` then.',
    complexity: 2,
    resolve: async ({ id }, _args, { labelling }) => {
      const [first = null, ...others] = await labelling.humanLabelsOfTweet(id)
      return others.every(({ label }) => label === first?.label) ? first : null
    },
  }),
}))
