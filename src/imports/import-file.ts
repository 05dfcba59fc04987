import type { ClassificationService, StoredClassification } from '../classification/service.ts'
import type { Problem, Result } from '../problem.ts'
import { batches } from './batches.ts'
import { inOrder } from './in-order.ts'
import type { InspectedTable } from './open-table.ts'
import type { RejectsFile } from './rejects-file.ts'
import type { ReadRow } from './row.ts'
import { storeRows, whyUnanswered } from './store-rows.ts'

/** read = stored + duplicates + rejected, at every moment. */
export interface ImportCounts {
  readonly read: number
  readonly stored: number
  /** Stored before, by this file or another. */
  readonly duplicates: number
  readonly rejected: number
}

export interface ImportOptions {
  readonly table: InspectedTable
  readonly service: Pick<ClassificationService, 'classify'>
  readonly rejects: RejectsFile
  /** Stops the reading; what has been handed to the service is still stored and counted. */
  readonly signal: AbortSignal
  /** Called after each batch; `takenBytes` is how far the batch reached into the file. */
  readonly onProgress: (counts: ImportCounts, takenBytes: number) => void
  readonly batchSize?: number
  /** Batches that are scored or stored at the same time. */
  readonly width?: number
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
  const { table, service, rejects, signal, onProgress, batchSize = 1000, width = 4 } = options
  const counts = { read: 0, stored: 0, duplicates: 0, rejected: 0 }
  let problem: Problem | null = null
  const store = async (rows: readonly ReadRow[]) => {
    const takenBytes = table.takenBytes()
    // Once the database is gone there is no sense in asking again for what had been read ahead.
    const results: readonly Result<StoredClassification>[] =
      problem === null ? await storeRows(rows, table.sha256, service, signal) : []
    problem ??= results.map(whyUnanswered).find(why => why !== null) ?? null
    return { rows, results, takenBytes }
  }
  const wanted = whileWanted(batches(table.rows, batchSize), () => !signal.aborted && problem === null)
  for await (const { rows, results, takenBytes } of inOrder(wanted, width, store)) {
    for (const [index, row] of rows.entries()) {
      const result = results[index]
      if (result === undefined || whyUnanswered(result) !== null) continue
      counts.read += 1
      if (!result.ok) {
        counts.rejected += 1
        await rejects.add(row, result.problem)
      } else if (result.value.isNew) counts.stored += 1
      else counts.duplicates += 1
    }
    onProgress({ ...counts }, takenBytes)
  }
  return { counts, problem, end: signal.aborted ? 'interrupted' : problem === null ? 'complete' : 'unavailable' }
}

async function* whileWanted<T>(items: AsyncIterable<T>, isWanted: () => boolean): AsyncGenerator<T> {
  for await (const item of items) {
    if (!isWanted()) return
    yield item
  }
}
