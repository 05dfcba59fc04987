import { Classification } from '../../classification/graphql/classification.ts'
import { UnstoredPrediction } from '../../classification/graphql/predict.ts'
import { Prediction } from '../../classification/graphql/prediction.ts'
import { findEntity } from '../../entities/find-entity.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import { NO_ENTITY_ID } from '../../storage/no-entity.ts'
import { MAX_WORDS } from '../written-words.ts'
import { TermContribution } from './term-contribution.ts'

const DEFAULT_TOP = 5

/** Up to 65 texts are asked. One operation may ask for 66 explanations, which is what fits the model's queue. */
const COST = 300

const DESCRIPTION =
  'Which words made the label: for each, how P(label) changes when it alone is left out, the largest change first. Words are whole words, numbers, hashtags, mentions, addresses, emoji and faces, each place in the text for itself; punctuation and the name of the entity are not among them. Of a longer text the first 64 words are looked at. Computed when it is asked for, by the model version that gave the label; null, with an error that says why, where that is not possible, so that the rest of a page is answered all the same.'

const complexity = ({ top }: { readonly top?: number | null | undefined }) => ({
  field: COST,
  multiplier: Math.min(top ?? DEFAULT_TOP, MAX_WORDS),
})

const checkTop = (top: number | null | undefined): Result<number> => {
  const count = top ?? DEFAULT_TOP
  return count >= 1 && count <= MAX_WORDS
    ? succeed(count)
    : fail('INVALID', `top must be from 1 to ${MAX_WORDS}.`, ['top'])
}

builder.interfaceField(Prediction, 'explanation', t =>
  t.field({
    type: [TermContribution],
    nullable: true,
    description: DESCRIPTION,
    complexity,
    args: { top: t.arg.int({ defaultValue: DEFAULT_TOP }) },
    resolve: () => {
      throw new TypeError('Each kind of prediction finds its own text.')
    },
  }),
)

builder.objectField(UnstoredPrediction, 'explanation', t =>
  t.field({
    type: [TermContribution],
    nullable: true,
    description: DESCRIPTION,
    complexity,
    args: { top: t.arg.int({ defaultValue: DEFAULT_TOP }) },
    resolve: async ({ mention, label, modelVersion }, args, { explainer, database }) => {
      const top = valueOrError(checkTop(args.top))
      // By the name that the model was asked about, which is the entity's own.
      const found = mention.entity === null ? null : await findEntity(database, mention.entity)
      const asked = { ...mention, entity: found?.name ?? mention.entity, label }
      return valueOrError(await explainer.explain(asked, modelVersion.version)).slice(0, top)
    },
  }),
)

builder.prismaObjectFields(Classification, t => ({
  explanation: t.field({
    type: [TermContribution],
    nullable: true,
    description: DESCRIPTION,
    complexity,
    args: { top: t.arg.int({ defaultValue: DEFAULT_TOP }) },
    select: {
      entityId: true,
      askedName: true,
      label: true,
      tweet: { select: { text: true } },
      entity: { select: { name: true } },
      modelVersion: { select: { version: true } },
    },
    resolve: async ({ entityId, askedName, label, tweet, entity, modelVersion }, args, { explainer }) => {
      const top = valueOrError(checkTop(args.top))
      const asked = entityId === NO_ENTITY_ID ? null : (askedName ?? entity.name)
      const mention = { text: tweet.text, entity: asked, label }
      return valueOrError(await explainer.explain(mention, modelVersion.version)).slice(0, top)
    },
  }),
}))
