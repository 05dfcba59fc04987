import { builder } from '../../graphql/builder.ts'
import { Reclassification } from './reclassification.ts'
import { payloadOf, ReclassificationPayload } from './reclassification-payload.ts'

builder.mutationField('cancelReclassification', t =>
  t.field({
    type: ReclassificationPayload,
    description:
      'Ends an open reclassification; nothing is written for it after this is answered. What it wrote stays, so that a new one has less to do. Canceling twice is no error.',
    complexity: 20,
    args: { id: t.arg.globalID({ required: true, for: Reclassification, description: 'Id of the job.' }) },
    resolve: async (_root, { id }, { reclassifications }) =>
      payloadOf(await reclassifications.cancel(id.id), problem => problem),
  }),
)
