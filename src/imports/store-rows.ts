import { setTimeout as pause } from 'node:timers/promises'
import type { StoredClassification } from '../classification/request.ts'
import type { ClassificationService } from '../classification/service.ts'
import { fail, type Problem, type Result, succeed } from '../problem/problem.ts'
import type { NumberedRow } from './row-occurrences.ts'
import { type RowContext, rowRequests } from './row-requests.ts'

const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 2_000

/** A row is new if any of its mentions is, and relabelled if any of them is. */
type RowResult = Result<Pick<StoredClassification, 'isNew' | 'isRelabelled'>>

/** The problem of a row that may be retried: it is neither stored nor rejected. Null if it is one of these. */
export const temporaryProblem = (result: RowResult): Problem | null =>
  !result.ok && (result.problem.code === 'UNAVAILABLE' || result.problem.code === 'OVERLOADED') ? result.problem : null

/**
 * Stores the valid rows. Same length and order as the input; invalid rows keep their problem. Rows that the service refuses as `OVERLOADED`
 * are retried with growing pauses until the signal aborts.
 */
export async function storeRows(
  rows: readonly NumberedRow[],
  context: RowContext,
  service: Pick<ClassificationService, 'classify'>,
  signal: AbortSignal,
): Promise<readonly RowResult[]> {
  const rowResults: (RowResult | null)[] = rows.map(({ fields }) => (fields.ok ? null : fields))
  let open = rows.flatMap((numbered, index) =>
    numbered.fields.ok
      ? rowRequests(numbered.fields.value, numbered, context).map(request => ({ index, request }))
      : [],
  )
  for (let pauseMs = FIRST_PAUSE_MS; open.length > 0; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const results = await service.classify(open.map(({ request }) => request))
    if (results.length !== open.length) {
      throw new Error(`The service returned ${results.length} results for ${open.length} requests.`)
    }
    const refused: typeof open = []
    open.forEach((mention, at) => {
      const result = results[at] as RowResult
      if (isOverloaded(result)) refused.push(mention)
      else rowResults[mention.index] = combined(rowResults[mention.index] ?? null, result)
    })
    open = refused
    if (open.length === 0 || !(await paused(pauseMs, signal))) break
  }
  for (const { index } of open) rowResults[index] = combined(rowResults[index] ?? null, NOT_REACHED)
  return rowResults.map(result => result ?? NO_MENTION)
}

/** The result of a row with several mentions: stored if all are, else the first problem, temporary ones before others. */
function combined(before: RowResult | null, result: RowResult): RowResult {
  if (before === null) return result
  if (temporaryProblem(before) !== null || temporaryProblem(result) !== null)
    return temporaryProblem(before) === null ? result : before
  if (!before.ok) return before
  if (!result.ok) return result
  return succeed({
    isNew: before.value.isNew || result.value.isNew,
    isRelabelled: before.value.isRelabelled === true || result.value.isRelabelled === true,
  })
}

const NOT_REACHED = fail('OVERLOADED', 'The row was not reached.')
const NO_MENTION = succeed({ isNew: false })

const isOverloaded = (result: RowResult) => !result.ok && result.problem.code === 'OVERLOADED'

const paused = (pauseMs: number, signal: AbortSignal) => pause(pauseMs, true, { signal }).catch(() => false)
