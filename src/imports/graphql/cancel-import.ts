import { builder } from '../../graphql/builder.ts'
import { ImportJob } from './import-job.ts'
import { ImportJobPayload, payloadOf } from './import-job-payload.ts'

builder.mutationField('cancelImport', t =>
  t.field({
    type: ImportJobPayload,
    description:
      'Ends an open import. What is under way is still stored; what was stored stays until the import is undone. Canceling twice is no error.',
    complexity: 20,
    args: { id: t.arg.globalID({ required: true, for: ImportJob, description: 'Id of the import.' }) },
    resolve: async (_root, { id }, { imports }) => payloadOf(await imports.cancel(id.id)),
  }),
)
