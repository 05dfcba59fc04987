import { builder } from '../../graphql/builder.ts'
import { ImportJob } from '../../imports/graphql/import-job.ts'

/** After these nothing changes any more but by a new call. */
const DONE: ReadonlySet<string> = new Set(['COMPLETED', 'CANCELED', 'FAILED', 'UNDONE'])

builder.subscriptionField('importProgress', t =>
  t.field({
    type: ImportJob,
    description:
      'An import as it is now, and then whenever it has changed, at most about once a second; it ends once the import has come to its end. Nothing is sent for an id that there is none of.',
    complexity: 20,
    args: { importJobId: t.arg.globalID({ required: true, for: ImportJob, description: 'Id of the import.' }) },
    subscribe: (_root, { importJobId }, { live, database }) =>
      live.changesOf(
        importJobId.id,
        () => database.importJob.findUnique({ where: { id: importJobId.id } }),
        ({ status }) => DONE.has(status),
      ),
    resolve: job => job,
  }),
)
