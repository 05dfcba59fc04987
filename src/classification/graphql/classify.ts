import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../../graphql/builder.ts'
import { underField } from '../../problem/problem.ts'
import { classifyAll } from '../classify-input.ts'
import { ClassifyInput } from './classify-input.ts'
import { ClassifyPayload } from './classify-payload.ts'
import { readStoredRows } from './stored-rows.ts'

builder.mutationField('classify', t =>
  t.field({
    type: ClassifyPayload,
    description: 'Asks the active model what a tweet feels about an entity, and stores tweet and answer.',
    complexity: 20,
    args: { input: t.arg({ type: ClassifyInput, required: true }) },
    resolve: async (_root, { input }, context, info) => {
      const [result] = await classifyAll(context.classification, [input], context)
      if (result === undefined) throw new Error('One tweet gave no answer.')
      if (!result.ok) return { classification: null, userErrors: [underField(result.problem, 'input')] }
      const query = queryFromInfo({ context, info, path: ['classification'], include: {} })
      const rowOf = await readStoredRows(context, [result.value], query)
      return { classification: rowOf(result.value), userErrors: [] }
    },
  }),
)
