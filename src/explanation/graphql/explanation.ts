import { Classification } from '../../classification/graphql/classification.ts'
import { UnstoredPrediction } from '../../classification/graphql/predict.ts'
import { Prediction } from '../../classification/graphql/prediction.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import { MAX_WORDS } from '../written-words.ts'
import { TermContribution } from './term-contribution.ts'

const DEFAULT_WORDS = 5

/** Scores up to 65 texts. One operation may ask for 66 explanations, which fit into the model's queue. */
const COST = 300

const DESCRIPTION = `The words that led to the label, each with the change of P(label) if it alone is removed; the largest change first. Words, numbers, hashtags, @mentions, links, emoji and emoticons count, each occurrence separately. Punctuation and the words of the entity's names do not count. Of a longer text, the first ${MAX_WORDS} words are examined. Computed on request by the model version that gave the label. Null, with an error, if it cannot be computed; the rest of the response is unaffected.`

const FIRST = `Number of words, 1 to ${MAX_WORDS}.`

const complexity = ({ first }: { readonly first?: number | null | undefined }) => ({
  field: COST,
  multiplier: Math.min(Math.max(first ?? DEFAULT_WORDS, 0), MAX_WORDS),
})

const checkFirst = (first: number | null | undefined): Result<number> => {
  const count = first ?? DEFAULT_WORDS
  return count >= 1 && count <= MAX_WORDS
    ? succeed(count)
    : fail('INVALID', `first must be from 1 to ${MAX_WORDS}.`, ['first'])
}

builder.interfaceField(Prediction, 'explanation', t =>
  t.field({
    type: [TermContribution],
    nullable: true,
    description: DESCRIPTION,
    complexity,
    args: { first: t.arg.int({ defaultValue: DEFAULT_WORDS, description: FIRST }) },
    resolve: () => {
      throw new TypeError('Each kind of prediction resolves its own explanation.')
    },
  }),
)

builder.objectField(UnstoredPrediction, 'explanation', t =>
  t.field({
    type: [TermContribution],
    nullable: true,
    description: DESCRIPTION,
    complexity,
    args: { first: t.arg.int({ defaultValue: DEFAULT_WORDS, description: FIRST }) },
    resolve: async (prediction, { first }, { explanations }) => {
      const count = valueOrError(checkFirst(first))
      return valueOrError(await explanations.ofPrediction(prediction, count))
    },
  }),
)

builder.prismaObjectFields(Classification, t => ({
  explanation: t.field({
    type: [TermContribution],
    nullable: true,
    description: DESCRIPTION,
    complexity,
    args: { first: t.arg.int({ defaultValue: DEFAULT_WORDS, description: FIRST }) },
    select: {
      entityId: true,
      scoredName: true,
      label: true,
      tweet: { select: { text: true } },
      createdAt: true,
      entity: { select: { name: true, aliases: { select: { name: true, createdAt: true } } } },
      modelVersion: { select: { version: true } },
    },
    resolve: async (classification, { first }, { explanations }) => {
      const count = valueOrError(checkFirst(first))
      return valueOrError(await explanations.ofClassification(classification, count))
    },
  }),
}))
