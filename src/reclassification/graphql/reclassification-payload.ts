import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem, Result } from '../../problem/problem.ts'
import type { Reclassification as ReclassificationRow } from '../reclassification.ts'
import { Reclassification } from './reclassification.ts'

interface ReclassificationPayloadValue {
  readonly reclassification: ReclassificationRow | null
  readonly userErrors: readonly Problem[]
}

export const ReclassificationPayload = builder
  .objectRef<ReclassificationPayloadValue>('ReclassificationPayload')
  .implement({
    description: 'Either a job or the reasons why there is none.',
    fields: t => ({
      reclassification: t.expose('reclassification', {
        type: Reclassification,
        nullable: true,
        description: 'The job as it is now; ask `reclassification` how it goes on.',
      }),
      userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty where there is a job.' }),
    }),
  })

/** `pathOf` places a field of the service among the arguments of the mutation. */
export const payloadOf = (
  result: Result<ReclassificationRow>,
  pathOf: (problem: Problem) => Problem,
): ReclassificationPayloadValue =>
  result.ok
    ? { reclassification: result.value, userErrors: [] }
    : { reclassification: null, userErrors: [pathOf(result.problem)] }
