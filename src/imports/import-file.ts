import type { ClassificationService } from '../classification/service.ts'
import { orderedMap } from '../concurrency/ordered-map.ts'
import type { Problem } from '../problem/problem.ts'
import type { InspectedTable } from '../tables/open-table.ts'
import type { RejectsFile } from '../tables/rejects-file.ts'
import type { ReadRow } from '../tables/row.ts'
import { batches } from './batches.ts'
import type { RowContext } from './row-requests.ts'
import { storeRows, whyUnanswered } from './store-rows.ts'

/** read = stored + duplicates + rejected, at every moment. */
export interface ImportCounts {
  readonly read: number
  readonly stored: number
  /** Stored before, by this file or another. */
  readonly duplicates: number
  readonly rejected: number
}

const NO_ROWS: ImportCounts = { read: 0, stored: 0, duplicates: 0, rejected: 0 }

export interface ImportOptions extends Partial<Pick<RowContext, 'importId' | 'findEntities'>> {
  readonly table: InspectedTable
  readonly service: Pick<ClassificationService, 'classify'>
  readonly rejects: Pick<RejectsFile, 'add'>
  /** Stops the reading; what has been handed to the service is still stored and counted. */
  readonly signal: AbortSignal
  /**
   * Called and waited for after each batch.
   * @param takenBytes how far the batch reached into the file.
   * @param isPrefix the rows that were counted are the first ones of the file, with no gap.
   */
  readonly onProgress: (counts: ImportCounts, takenBytes: number, isPrefix: boolean) => void | Promise<void>
  readonly batchSize?: number
  /** Batches that are scored or stored at the same time. */
  readonly width?: number
  /** What has been counted of the first rows before; reading begins behind them. */
  readonly done?: ImportCounts
}

export interface ImportOutcome {
  readonly counts: ImportCounts
  readonly end: 'complete' | 'interrupted' | 'unavailable'
  /** What the service said where it became unavailable. */
  readonly problem: Problem | null
}

/**
 * Stores every good row of a table and puts the bad ones into the rejects file. A row is counted once it is stored or rejected, so the
 * counts are true whatever ends the import, and importing the same file again goes on where this one stopped.
 */
export async function importFile(options: ImportOptions): Promise<ImportOutcome> {
  const { table, service, rejects, signal, onProgress, batchSize = 1000, width = 4, done = NO_ROWS } = options
  const { importId = null, findEntities = null } = options
  const context = { fileSha256: table.sha256, importId, findEntities }
  const counts = { ...done }
  let problem: Problem | null = null
  let isPrefix = true
  const store = async (rows: readonly ReadRow[]) => {
    const takenBytes = table.takenBytes()
    // Once the database is gone there is no sense in asking again for what had been read ahead.
    const results = problem === null ? await storeRows(rows, context, service, signal) : []
    problem ??= results.map(whyUnanswered).find(why => why !== null) ?? null
    return { rows, results, takenBytes }
  }
  const wanted = whileWanted(
    batches(behind(table.rows, done.read), batchSize),
    () => !signal.aborted && problem === null,
  )
  for await (const { rows, results, takenBytes } of orderedMap(wanted, width, store)) {
    for (const [index, row] of rows.entries()) {
      const result = results[index]
      if (result === undefined || whyUnanswered(result) !== null) {
        isPrefix = false
        continue
      }
      counts.read += 1
      if (!result.ok) {
        counts.rejected += 1
        await rejects.add(row, result.problem)
      } else if (result.value.isNew) counts.stored += 1
      else counts.duplicates += 1
    }
    await onProgress({ ...counts }, takenBytes, isPrefix)
  }
  return { counts, problem, end: signal.aborted ? 'interrupted' : problem === null ? 'complete' : 'unavailable' }
}

/** Leaves out the first rows, which only need to be split again. */
async function* behind(portions: AsyncIterable<readonly ReadRow[]>, done: number): AsyncGenerator<readonly ReadRow[]> {
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
