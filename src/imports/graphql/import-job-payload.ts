import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem, Result } from '../../problem/problem.ts'
import type { ImportJob as ImportJobRow } from '../jobs/import-job.ts'
import { ImportJob } from './import-job.ts'

interface ImportJobPayloadValue {
  readonly importJob: ImportJobRow | null
  readonly userErrors: readonly Problem[]
}

export const ImportJobPayload = builder.objectRef<ImportJobPayloadValue>('ImportJobPayload').implement({
  description: 'Either an import or the reasons why there is none.',
  fields: t => ({
    importJob: t.expose('importJob', {
      type: ImportJob,
      nullable: true,
      description: 'The import as it is now; ask `importJob` how it goes on.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty where there is an import.' }),
  }),
})

/** `pathOf` places a field of the service among the arguments of the mutation. */
export const payloadOf = (
  result: Result<ImportJobRow>,
  pathOf: (problem: Problem) => Problem = problem => problem,
): ImportJobPayloadValue =>
  result.ok ? { importJob: result.value, userErrors: [] } : { importJob: null, userErrors: [pathOf(result.problem)] }
