import { builder } from '../../graphql/builder.ts'
import { ReclassificationJob } from './reclassification-job.ts'

builder.queryField('reclassificationJob', t =>
  t.prismaField({
    authScopes: { READ: true },
    type: 'ReclassificationJob',
    nullable: true,
    description: 'A reclassification job by its id; null if there is none.',
    args: {
      id: t.arg.globalID({ required: true, for: ReclassificationJob, description: 'Id of the reclassification job.' }),
    },
    resolve: (query, _root, { id }, { reclassifications }) => reclassifications.find(id.id, query),
  }),
)
