import { builder } from '../../graphql/builder.ts'
import { Reclassification } from './reclassification.ts'

builder.queryField('reclassification', t =>
  t.prismaField({
    type: 'Reclassification',
    nullable: true,
    description: 'A job and how far it is; null where there is none with this id.',
    args: { id: t.arg.globalID({ required: true, for: Reclassification, description: 'Id of the job.' }) },
    resolve: (query, _root, { id }, { database }) =>
      database.reclassification.findUnique({ ...query, where: { id: id.id } }),
  }),
)
