import { builder } from '../../graphql/builder.ts'
import { ImportJob } from './import-job.ts'
import { ImportJobPayload, payloadOf } from './import-job-payload.ts'

builder.mutationField('cancelImport', t =>
  t.field({
    type: ImportJobPayload,
    nullable: true,
    description:
      'Cancels an open import. Batches in progress are still stored; stored rows are kept until the import is undone. Idempotent.',
    complexity: 20,
    args: { id: t.arg.globalID({ required: true, for: ImportJob, description: 'Id of the import job.' }) },
    resolve: async (_root, { id }, { imports }) => payloadOf(await imports.cancel(id.id)),
  }),
)
