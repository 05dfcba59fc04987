import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../../graphql/builder.ts'
import { MAX_BATCH_SIZE } from '../../graphql/limits.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, underField } from '../../problem/problem.ts'
import { readClassifyInput } from '../classify-input.ts'
import { ClassifyInput } from './classify-input.ts'
import { ClassifyPayload, type ClassifyPayloadValue } from './classify-payload.ts'

interface ClassifyBatchPayloadValue {
  readonly results: readonly ClassifyPayloadValue[]
  readonly userErrors: readonly Problem[]
}

const ClassifyBatchPayload = builder.objectRef<ClassifyBatchPayloadValue>('ClassifyBatchPayload').implement({
  description: 'One result for each tweet, or the reason the whole batch was rejected.',
  fields: t => ({
    results: t.expose('results', {
      type: [ClassifyPayload],
      complexity: { multiplier: MAX_BATCH_SIZE },
      description:
        'Same length and order as `inputs`. Each tweet succeeds or fails on its own. Empty if the whole batch was rejected.',
    }),
    userErrors: t.expose('userErrors', {
      type: [UserError],
      description:
        'Errors of the whole batch. Errors of single tweets are in `results`, with paths such as ["inputs", "3", "text"].',
    }),
  }),
})

builder.mutationField('classifyBatch', t =>
  t.field({
    authScopes: { CLASSIFY: true },
    type: ClassifyBatchPayload,
    nullable: true,
    description: `Classifies and stores 1 to ${MAX_BATCH_SIZE} tweets. If the service refuses one, such as an empty text, the others are stored.`,
    complexity: 20,
    args: {
      inputs: t.arg({ type: [ClassifyInput], required: true, description: `The tweets, 1 to ${MAX_BATCH_SIZE}.` }),
    },
    resolve: async (_root, { inputs }, context, info) => {
      const { classification, classifications, signal } = context
      const refusal = refusalOf(inputs.length)
      if (refusal !== null) return { results: [], userErrors: [refusal] }
      const results = await classification.classify(inputs.map(readClassifyInput), { signal })
      const selection = queryFromInfo({ context, info, path: ['results', 'classification'], include: {} })
      const stored = results.flatMap(result => (result.ok ? [result.value] : []))
      const rowOf = await classifications.rowsOf(stored, selection)
      return {
        userErrors: [],
        results: results.map((result, index) =>
          result.ok
            ? { classification: rowOf(result.value), userErrors: [] }
            : { classification: null, userErrors: [underField(result.problem, 'inputs', String(index))] },
        ),
      }
    },
  }),
)

function refusalOf(count: number): Problem | null {
  if (count >= 1 && count <= MAX_BATCH_SIZE) return null
  const message = `inputs must have 1 to ${MAX_BATCH_SIZE} tweets, but has ${count}.`
  return { code: count === 0 ? 'INVALID' : 'TOO_MANY', message, field: ['inputs'] }
}
