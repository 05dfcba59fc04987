import { setTimeout as pause } from 'node:timers/promises'
import type { ClassificationRequest, ClassificationService, StoredClassification } from '../classification/service.ts'
import { fail, type Problem, type Result } from '../problem.ts'
import type { ReadRow, RowFields } from './row.ts'

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2_000

type Answer = Result<StoredClassification>

/** Why the service could say neither yes nor no: the row may be tried again, and counts neither as stored nor as rejected. */
export const whyUnanswered = (answer: Answer): Problem | null =>
  !answer.ok && (answer.problem.code === 'UNAVAILABLE' || answer.problem.code === 'OVERLOADED') ? answer.problem : null

/**
 * Stores the good ones among the rows; same length and order, bad rows keep their problem. What meets a full queue is tried again, with
 * growing pauses, until the signal says stop.
 */
export async function storeRows(
  rows: readonly ReadRow[],
  fileSha256: string,
  service: Pick<ClassificationService, 'classify'>,
  signal: AbortSignal,
): Promise<readonly Answer[]> {
  const answers: Answer[] = rows.map(({ fields }) =>
    fields.ok ? fail('OVERLOADED', 'The row was not reached.') : fields,
  )
  let open = rows.flatMap(({ fields, row }, index) =>
    fields.ok ? [{ index, request: requestOf(fields.value, row, fileSha256) }] : [],
  )
  for (let pauseMs = FIRST_PAUSE_MS; open.length > 0; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const results = await service.classify(open.map(({ request }) => request))
    for (const [at, { index }] of open.entries()) {
      const result = results[at]
      if (result === undefined) throw new Error(`The service answered ${results.length} of ${open.length} requests.`)
      answers[index] = result
    }
    open = open.filter(({ index }) => isOverloaded(answers[index]))
    if (open.length === 0 || !(await paused(pauseMs, signal))) break
  }
  return answers
}

const isOverloaded = (answer: Answer | undefined) => answer?.ok === false && answer.problem.code === 'OVERLOADED'

const paused = (pauseMs: number, signal: AbortSignal) => pause(pauseMs, true, { signal }).catch(() => false)

function requestOf(fields: RowFields, row: number, fileSha256: string): ClassificationRequest {
  const { externalId, text, entity, postedAt, author, label } = fields
  const source =
    externalId === null ? ({ kind: 'file', fileSha256, row } as const) : ({ kind: 'external', externalId } as const)
  return { text, entity, source, postedAt, author, importedLabel: label }
}
