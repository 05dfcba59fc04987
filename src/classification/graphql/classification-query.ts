import { builder } from '../../graphql/builder.ts'
import { readClassificationKey } from '../classification-key.ts'
import { Classification } from './classification.ts'

builder.queryField('classification', t =>
  t.prismaField({
    authScopes: { READ: true },
    type: 'Classification',
    nullable: true,
    description: 'A stored classification by its id; null if it does not exist.',
    args: { id: t.arg.globalID({ required: true, for: Classification, description: 'Id of a classification.' }) },
    resolve: (query, _root, { id }, { classifications }) => classifications.find(readClassificationKey(id.id), query),
  }),
)
