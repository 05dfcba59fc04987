import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, type Result, underField } from '../../problem/problem.ts'
import type { ImportJob as ImportJobRow } from '../jobs/import-job.ts'
import { ImportJob } from './import-job.ts'

interface ImportJobPayloadValue {
  readonly importJob: ImportJobRow | null
  readonly userErrors: readonly Problem[]
}

export const ImportJobPayload = builder.objectRef<ImportJobPayloadValue>('ImportJobPayload').implement({
  description: 'An import job, or the reasons why the request was rejected.',
  fields: t => ({
    importJob: t.expose('importJob', {
      type: ImportJob,
      nullable: true,
      description:
        'The job in its current state, or null if the request was rejected. Poll `importJob` or subscribe to `importProgress` for progress.',
    }),
    userErrors: t.expose('userErrors', {
      type: [UserError],
      description: 'Empty if the mutation succeeded.',
    }),
  }),
})

/** `path` leads to the argument that holds the fields of the service. */
export const payloadOf = (result: Result<ImportJobRow>, ...path: readonly string[]): ImportJobPayloadValue =>
  result.ok
    ? { importJob: result.value, userErrors: [] }
    : { importJob: null, userErrors: [underField(result.problem, ...path)] }
