import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem } from '../../problem/problem.ts'
import type { UndoCounts } from '../jobs/count-undo.ts'
import type { ImportJob as ImportJobRow } from '../jobs/import-job.ts'
import { ImportJob } from './import-job.ts'

interface UndoImportPayloadValue {
  readonly job: ImportJobRow | null
  /** Null unless it was a dry run that succeeded. */
  readonly counts: UndoCounts | null
  readonly isDryRun: boolean
  readonly userErrors: readonly Problem[]
}

const UndoImportPayload = builder.objectRef<UndoImportPayloadValue>('UndoImportPayload').implement({
  description:
    'An import that is being undone, or the counts of a dry run, or the reasons why the request was rejected.',
  fields: t => ({
    importJob: t.field({
      type: ImportJob,
      nullable: true,
      description:
        'The job in its current state, or null if the request was rejected. Poll `importJob` or subscribe to `importProgress` for progress.',
      resolve: ({ job }) => job,
    }),
    isDryRun: t.exposeBoolean('isDryRun', {
      description: 'True if nothing was changed and the counts say what undoing would remove.',
    }),
    mentionCount: t.int({
      nullable: true,
      description: 'Number of mentions that undoing would remove now. Null unless `isDryRun`.',
      resolve: ({ counts }) => counts?.mentionCount ?? null,
    }),
    tweetCount: t.int({
      nullable: true,
      description:
        'Number of tweets that undoing would remove now, because no other mention uses them. Null unless `isDryRun`.',
      resolve: ({ counts }) => counts?.tweetCount ?? null,
    }),
    entityCount: t.int({
      nullable: true,
      description: 'Number of entities that these mentions are about. Null unless `isDryRun`.',
      resolve: ({ counts }) => counts?.entityCount ?? null,
    }),
    labelCount: t.int({
      nullable: true,
      description:
        'Number of these mentions that people have labelled. Their labels would go too. Null unless `isDryRun`.',
      resolve: ({ counts }) => counts?.labelCount ?? null,
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

builder.mutationField('undoImport', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: UndoImportPayload,
    nullable: true,
    description:
      'Undoes an ended import in the background: removes the classifications, labels, tweets and entities that only this import added. A mention that another import or request has stored since is kept; if it was an import, until that is undone too. Labels that the import added to mentions stored earlier are kept. Summaries follow at once. Idempotent. It cannot be reversed; a dry run counts first.',
    complexity: 50,
    args: {
      id: t.arg.id({ required: true, description: 'Id of the import job.' }),
      dryRun: t.arg.boolean({
        defaultValue: false,
        description: 'If true, nothing is removed and the payload says what undoing would remove.',
      }),
    },
    resolve: async (_root, args, { imports }) => {
      const isDryRun = args.dryRun ?? false
      const rejected = (problem: Problem) => ({ job: null, counts: null, isDryRun, userErrors: [problem] })
      const id = idOf('ImportJob', args.id, 'id')
      if (!id.ok) return rejected(id.problem)
      if (isDryRun) {
        const counted = await imports.countUndo(id.value)
        return counted.ok ? { ...counted.value, isDryRun, userErrors: [] } : rejected(counted.problem)
      }
      const undone = await imports.undo(id.value)
      return undone.ok ? { job: undone.value, counts: null, isDryRun, userErrors: [] } : rejected(undone.problem)
    },
  }),
)
