import { builder } from '../../graphql/builder.ts'
import { ImportJob } from '../../imports/graphql/import-job.ts'
import { hasSettled } from '../../imports/jobs/import-job.ts'

builder.subscriptionField('importProgress', t =>
  t.field({
    authScopes: { READ: true },
    type: ImportJob,
    description:
      'An import job in its current state, then again after every change, at most about once per second. Completes when the job has ended or is undone. Emits nothing for an unknown id.',
    complexity: 20,
    args: { id: t.arg.globalID({ required: true, for: ImportJob, description: 'Id of the import job.' }) },
    subscribe: (_root, { id }, { live, imports }) => live.changesOf(id.id, () => imports.find(id.id), hasSettled),
    resolve: job => job,
  }),
)
