import { builder } from '../../graphql/builder.ts'
import { ReclassificationJob } from './reclassification-job.ts'
import { payloadOf, ReclassificationJobPayload } from './reclassification-job-payload.ts'

builder.mutationField('cancelReclassification', t =>
  t.field({
    type: ReclassificationJobPayload,
    nullable: true,
    description:
      'Cancels an open reclassification job. The job writes nothing more once this has returned; classifications it had added are kept, so a later job has less to do. Idempotent.',
    complexity: 20,
    args: {
      id: t.arg.globalID({ required: true, for: ReclassificationJob, description: 'Id of the reclassification job.' }),
    },
    resolve: async (_root, { id }, { reclassifications }) =>
      payloadOf(await reclassifications.cancel(id.id), problem => problem),
  }),
)
