import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import { type Problem, type Result, underField } from '../../problem/problem.ts'
import type { ReclassificationJob as ReclassificationJobRow } from '../reclassification-job.ts'
import { ReclassificationJob } from './reclassification-job.ts'

interface ReclassificationJobPayloadValue {
  readonly reclassificationJob: ReclassificationJobRow | null
  readonly userErrors: readonly Problem[]
}

export const ReclassificationJobPayload = builder
  .objectRef<ReclassificationJobPayloadValue>('ReclassificationJobPayload')
  .implement({
    description: 'A reclassification job, or the reasons why the request was rejected.',
    fields: t => ({
      reclassificationJob: t.expose('reclassificationJob', {
        type: ReclassificationJob,
        nullable: true,
        description:
          'The job in its current state, or null if the request was rejected. Poll `reclassificationJob` for progress.',
      }),
      userErrors: t.expose('userErrors', {
        type: [UserError],
        description: 'Empty if the mutation succeeded.',
      }),
    }),
  })

/** `path` leads to the argument that holds the fields of the service. */
export const payloadOf = (
  result: Result<ReclassificationJobRow>,
  ...path: readonly string[]
): ReclassificationJobPayloadValue =>
  result.ok
    ? { reclassificationJob: result.value, userErrors: [] }
    : { reclassificationJob: null, userErrors: [underField(result.problem, ...path)] }
