import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../../graphql/builder.ts'
import { underField } from '../../problem/problem.ts'
import { readClassifyInput } from '../classify-input.ts'
import { ClassifyInput } from './classify-input.ts'
import { ClassifyPayload } from './classify-payload.ts'

builder.mutationField('classify', t =>
  t.field({
    authScopes: { CLASSIFY: true },
    type: ClassifyPayload,
    nullable: true,
    description:
      'Classifies the sentiment that a tweet expresses towards an entity, with the active model version, and stores tweet and classification.',
    complexity: 20,
    args: { input: t.arg({ type: ClassifyInput, required: true, description: 'The tweet.' }) },
    resolve: async (_root, { input }, context, info) => {
      const { classification, classifications, signal } = context
      const [result] = await classification.classify([readClassifyInput(input)], { signal })
      if (result === undefined) throw new Error('One tweet gave no result.')
      if (!result.ok) return { classification: null, userErrors: [underField(result.problem, 'input')] }
      const selection = queryFromInfo({ context, info, path: ['classification'], include: {} })
      const rowOf = await classifications.rowsOf([result.value], selection)
      return { classification: rowOf(result.value), userErrors: [] }
    },
  }),
)
