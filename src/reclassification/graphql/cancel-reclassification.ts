import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { payloadOf, ReclassificationJobPayload } from './reclassification-job-payload.ts'

builder.mutationField('cancelReclassification', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: ReclassificationJobPayload,
    nullable: true,
    description:
      'Cancels an open reclassification job. The job writes nothing more once this has returned; classifications it had added are kept, so a later job has less to do. Idempotent.',
    complexity: 20,
    args: {
      id: t.arg.id({ required: true, description: 'Id of the reclassification job.' }),
    },
    resolve: async (_root, args, { reclassifications }) => {
      const id = idOf('ReclassificationJob', args.id, 'id')
      return payloadOf(id.ok ? await reclassifications.cancel(id.value) : id)
    },
  }),
)
