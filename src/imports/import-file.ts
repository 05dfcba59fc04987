import type { ClassificationService } from '../classification/service.ts'
import { orderedMap } from '../concurrency/ordered-map.ts'
import type { Problem } from '../problem/problem.ts'
import type { InspectedTable } from '../tables/open-table.ts'
import type { RejectsFile } from '../tables/rejects-file.ts'
import { batches } from './batches.ts'
import { type NumberedRow, numberOccurrences } from './row-occurrences.ts'
import type { RowContext } from './row-requests.ts'
import { storeRows, temporaryProblem } from './store-rows.ts'

/** At any time, read = stored + duplicates + relabelled + rejected. */
export interface ImportCounts {
  readonly read: number
  readonly stored: number
  /** Rows that this file or another source had stored before. */
  readonly duplicates: number
  /** Rows that were stored before without a label, and now have the label of this file. */
  readonly relabelled: number
  readonly rejected: number
  /** Those among the stored whose tweet has no time of its own. */
  readonly undated: number
}

const NO_ROWS: ImportCounts = { read: 0, stored: 0, duplicates: 0, relabelled: 0, rejected: 0, undated: 0 }

export interface ImportOptions extends Partial<RowContext> {
  readonly table: InspectedTable
  readonly service: Pick<ClassificationService, 'classify'>
  readonly rejects: Pick<RejectsFile, 'add'>
  /** Stops reading. Rows that were already passed to the service are still stored and counted. */
  readonly signal: AbortSignal
  /**
   * Called and awaited after each batch.
   * @param processedBytes Offset in the file up to which it is processed.
   * @param isPrefix Whether the counted rows are the first ones of the file, without a gap.
   */
  readonly onProgress: (counts: ImportCounts, takenBytes: number, isPrefix: boolean) => void | Promise<void>
  readonly batchSize?: number
  /** Batches that are scored or stored at the same time. */
  readonly width?: number
  /** Counts of the first rows, which were processed before; reading resumes behind them. */
  readonly done?: ImportCounts
}

export interface ImportOutcome {
  readonly counts: ImportCounts
  readonly end: 'complete' | 'interrupted' | 'unavailable'
  /** The service's problem if it became unavailable; else null. */
  readonly problem: Problem | null
}

/**
 * Stores the valid rows of a table and adds the others to the rejects file. A row is counted after it is stored or rejected, so the counts
 * are correct no matter how the import ends. Importing the same file again resumes after the last counted row.
 */
export async function importFile(options: ImportOptions): Promise<ImportOutcome> {
  const { table, service, rejects, signal, onProgress, batchSize = 1000, width = 4, done = NO_ROWS } = options
  const { importId = null, findEntities = null, labelCoverage = null } = options
  const context = { importId, findEntities, labelCoverage }
  const counts = { ...done }
  let problem: Problem | null = null
  let isPrefix = true
  const store = async (rows: readonly NumberedRow[]) => {
    const takenBytes = table.takenBytes()
    // After the database was lost, batches that were read ahead are skipped.
    const results = problem === null ? await storeRows(rows, context, service, signal) : []
    problem ??= results.map(temporaryProblem).find(found => found !== null) ?? null
    return { rows, results, takenBytes }
  }
  const wanted = whileWanted(
    batches(skipDone(numberOccurrences(table.rows), done.read), batchSize),
    () => !signal.aborted && problem === null,
  )
  for await (const { rows, results, takenBytes } of orderedMap(wanted, width, store)) {
    for (const [index, row] of rows.entries()) {
      const result = results[index]
      if (result === undefined || temporaryProblem(result) !== null) {
        isPrefix = false
        continue
      }
      counts.read += 1
      if (!result.ok) {
        counts.rejected += 1
        await rejects.add(row, result.problem)
      } else if (result.value.isNew) {
        counts.stored += 1
        if (row.fields.ok && row.fields.value.postedAt === null) counts.undated += 1
      } else if (result.value.isRelabelled === true) counts.relabelled += 1
      else counts.duplicates += 1
    }
    await onProgress({ ...counts }, takenBytes, isPrefix)
  }
  return { counts, problem, end: signal.aborted ? 'interrupted' : problem === null ? 'complete' : 'unavailable' }
}

/** Skips the first `done` rows, which only need to be split again. */
async function* skipDone(
  portions: AsyncIterable<readonly NumberedRow[]>,
  done: number,
): AsyncGenerator<readonly NumberedRow[]> {
  for await (const portion of portions) {
    yield (portion[0]?.row ?? 0) > done ? portion : portion.filter(({ row }) => row > done)
  }
}

async function* whileWanted<T>(items: AsyncIterable<T>, isWanted: () => boolean): AsyncGenerator<T> {
  for await (const item of items) {
    if (!isWanted()) return
    yield item
  }
}
