import { builder } from '../../graphql/builder.ts'
import { ImportJob } from './import-job.ts'
import { ImportJobPayload, payloadOf } from './import-job-payload.ts'

builder.mutationField('undoImport', t =>
  t.field({
    type: ImportJobPayload,
    description:
      'Removes in the background what an ended import brought: the classifications, labels, tweets and entities that were not stored before it. What a call or another import has stored or asked for again since stays, until that import is undone as well; so does a label that the import gave to a mention which was stored before. Summaries follow at once. Undoing twice is no error.',
    complexity: 50,
    args: { id: t.arg.globalID({ required: true, for: ImportJob, description: 'Id of the import.' }) },
    resolve: async (_root, { id }, { imports }) => payloadOf(await imports.undo(id.id)),
  }),
)
