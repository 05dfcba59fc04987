import { setTimeout as pause } from 'node:timers/promises'
import type { ClassificationService, StoredClassification } from '../classification/service.ts'
import { fail, type Problem, type Result, succeed } from '../problem.ts'
import type { ReadRow } from './row.ts'
import { type RowContext, rowRequests } from './row-requests.ts'

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2_000

/** A row is new where any of its mentions is. */
type Answer = Result<Pick<StoredClassification, 'isNew'>>

/** Why the service could say neither yes nor no: the row may be tried again, and counts neither as stored nor as rejected. */
export const whyUnanswered = (answer: Answer): Problem | null =>
  !answer.ok && (answer.problem.code === 'UNAVAILABLE' || answer.problem.code === 'OVERLOADED') ? answer.problem : null

/**
 * Stores the good ones among the rows; same length and order, bad rows keep their problem. What meets a full queue is tried again, with
 * growing pauses, until the signal says stop.
 */
export async function storeRows(
  rows: readonly ReadRow[],
  context: RowContext,
  service: Pick<ClassificationService, 'classify'>,
  signal: AbortSignal,
): Promise<readonly Answer[]> {
  const answers: Answer[][] = rows.map(({ fields }) => (fields.ok ? [] : [fields]))
  let open = rows.flatMap(({ fields, row }, index) =>
    fields.ok ? rowRequests(fields.value, row, context).map(request => ({ index, request })) : [],
  )
  for (let pauseMs = FIRST_PAUSE_MS; open.length > 0; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const results = await service.classify(open.map(({ request }) => request))
    if (results.length !== open.length) {
      throw new Error(`The service answered ${results.length} of ${open.length} requests.`)
    }
    const isLeft = results.map(isOverloaded)
    for (const [at, { index }] of open.entries()) if (!isLeft[at]) answers[index]?.push(results[at] as Answer)
    open = open.filter((_, at) => isLeft[at])
    if (open.length === 0 || !(await paused(pauseMs, signal))) break
  }
  for (const { index } of open) answers[index]?.push(fail('OVERLOADED', 'The row was not reached.'))
  return answers.map(combined)
}

/** What a row comes to: all of its mentions are stored, or the row is what the first that is not says. */
function combined(answers: readonly Answer[]): Answer {
  const problem = answers.find(answer => whyUnanswered(answer) !== null) ?? answers.find(({ ok }) => !ok)
  return problem ?? succeed({ isNew: answers.some(answer => answer.ok && answer.value.isNew) })
}

const isOverloaded = (answer: Answer) => !answer.ok && answer.problem.code === 'OVERLOADED'

const paused = (pauseMs: number, signal: AbortSignal) => pause(pauseMs, true, { signal }).catch(() => false)
