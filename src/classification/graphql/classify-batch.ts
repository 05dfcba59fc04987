import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../../graphql/builder.ts'
import { MAX_BATCH_SIZE } from '../../graphql/limits.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, underField } from '../../problem/problem.ts'
import { classifyAll } from '../classify-input.ts'
import { ClassifyInput } from './classify-input.ts'
import { ClassifyPayload, type ClassifyPayloadValue } from './classify-payload.ts'
import { readStoredRows } from './stored-rows.ts'

interface ClassifyBatchPayloadValue {
  readonly results: readonly ClassifyPayloadValue[]
  readonly userErrors: readonly Problem[]
}

const ClassifyBatchPayload = builder.objectRef<ClassifyBatchPayloadValue>('ClassifyBatchPayload').implement({
  description: 'One result for each tweet, or the reason why none was looked at.',
  fields: t => ({
    results: t.expose('results', {
      type: [ClassifyPayload],
      complexity: { multiplier: MAX_BATCH_SIZE },
      description:
        'Same length and order as `inputs`; each succeeds or fails on its own. Empty where the call as a whole was refused.',
    }),
    userErrors: t.expose('userErrors', {
      type: [UserError],
      description:
        'What is wrong with the call as a whole. Errors of single tweets are in `results`, with paths such as ["inputs", "3", "text"].',
    }),
  }),
})

builder.mutationField('classifyBatch', t =>
  t.field({
    type: ClassifyBatchPayload,
    description: `Classifies and stores 1 to ${MAX_BATCH_SIZE} tweets. A bad one does not keep the others from being stored.`,
    complexity: 20,
    args: { inputs: t.arg({ type: [ClassifyInput], required: true }) },
    resolve: async (_root, { inputs }, context, info) => {
      const refusal = refusalOf(inputs.length)
      if (refusal !== null) return { results: [], userErrors: [refusal] }
      const results = await classifyAll(context.classification, inputs, context)
      const query = queryFromInfo({ context, info, path: ['results', 'classification'], include: {} })
      const stored = results.flatMap(result => (result.ok ? [result.value] : []))
      const rowOf = await readStoredRows(context, stored, query)
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
  const message = `inputs must hold 1 to ${MAX_BATCH_SIZE} tweets, but holds ${count}.`
  return { code: count === 0 ? 'INVALID' : 'TOO_MANY', message, field: ['inputs'] }
}
