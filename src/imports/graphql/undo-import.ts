import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { ImportJobPayload, payloadOf } from './import-job-payload.ts'

builder.mutationField('undoImport', t =>
  t.field({
    type: ImportJobPayload,
    nullable: true,
    description:
      'Undoes an ended import in the background: removes the classifications, labels, tweets and entities that only this import added. A mention that another import or request has stored since is kept; if it was an import, until that is undone too. Labels that the import added to mentions stored earlier are kept. Summaries follow at once. Idempotent.',
    complexity: 50,
    args: { id: t.arg.id({ required: true, description: 'Id of the import job.' }) },
    resolve: async (_root, args, { imports }) => {
      const id = idOf('ImportJob', args.id, 'id')
      return payloadOf(id.ok ? await imports.undo(id.value) : id)
    },
  }),
)
