import { setTimeout as pause } from 'node:timers/promises'
import type { StoredClassification } from '../classification/request.ts'
import type { ClassificationService } from '../classification/service.ts'
import { fail, type Problem, type Result, succeed } from '../problem/problem.ts'
import type { ReadRow } from '../tables/row.ts'
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
  const answers: (Answer | null)[] = rows.map(({ fields }) => (fields.ok ? null : fields))
  let open = rows.flatMap(({ fields, row }, index) =>
    fields.ok ? rowRequests(fields.value, row, context).map(request => ({ index, request })) : [],
  )
  for (let pauseMs = FIRST_PAUSE_MS; open.length > 0; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const results = await service.classify(open.map(({ request }) => request))
    if (results.length !== open.length) {
      throw new Error(`The service answered ${results.length} of ${open.length} requests.`)
    }
    const left: typeof open = []
    open.forEach((asked, at) => {
      const result = results[at] as Answer
      if (isOverloaded(result)) left.push(asked)
      else answers[asked.index] = combined(answers[asked.index] ?? null, result)
    })
    open = left
    if (open.length === 0 || !(await paused(pauseMs, signal))) break
  }
  for (const { index } of open) answers[index] = combined(answers[index] ?? null, NOT_REACHED)
  return answers.map(answer => answer ?? NO_MENTION)
}

/** What a row comes to: all of its mentions are stored, or the row is what the first that is not says, unanswered ones before others. */
function combined(before: Answer | null, answer: Answer): Answer {
  if (before === null) return answer
  if (whyUnanswered(before) !== null || whyUnanswered(answer) !== null)
    return whyUnanswered(before) === null ? answer : before
  if (!before.ok) return before
  return answer.ok ? succeed({ isNew: before.value.isNew || answer.value.isNew }) : answer
}

const NOT_REACHED = fail('OVERLOADED', 'The row was not reached.')
const NO_MENTION = succeed({ isNew: false })

const isOverloaded = (answer: Answer) => !answer.ok && answer.problem.code === 'OVERLOADED'

const paused = (pauseMs: number, signal: AbortSignal) => pause(pauseMs, true, { signal }).catch(() => false)
