import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { ImportJobPayload, payloadOf } from './import-job-payload.ts'

builder.mutationField('cancelImport', t =>
  t.field({
    authScopes: { CLASSIFY: true },
    type: ImportJobPayload,
    nullable: true,
    description:
      'Cancels an open import. Batches in progress are still stored; stored rows are kept until the import is undone. Idempotent.',
    complexity: 20,
    args: { id: t.arg.id({ required: true, description: 'Id of the import job.' }) },
    resolve: async (_root, args, { imports }) => {
      const id = idOf('ImportJob', args.id, 'id')
      return payloadOf(id.ok ? await imports.cancel(id.value) : id)
    },
  }),
)
