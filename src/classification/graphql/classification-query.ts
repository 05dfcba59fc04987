import { builder } from '../../graphql/builder.ts'
import { readClassificationKey } from '../classification-key.ts'
import { Classification } from './classification.ts'

builder.queryField('classification', t =>
  t.prismaField({
    type: 'Classification',
    nullable: true,
    description: 'A stored classification; null where there is none with this id.',
    args: { id: t.arg.globalID({ required: true, for: Classification }) },
    resolve: (query, _root, { id }, { database }) =>
      database.classification.findUnique({ ...query, where: { entityId_id: readClassificationKey(id.id) } }),
  }),
)
