import type { ImportCounts } from '../imports/import-file.ts'
import { formatRate, startProgress } from './progress.ts'

export interface ImportProgress {
  update(counts: ImportCounts, takenBytes: number): void
  stop(): void
}

/**
 * Shows an import's progress. The bar follows the bytes of the file, because the number of rows is unknown until the
 * end.
 */
export function importProgress(sizeBytes: number): ImportProgress {
  let read = 0
  const progress = startProgress({
    label: 'import',
    total: Math.max(1, sizeBytes),
    unit: 'bytes',
    describe: (_done, seconds) => `${read.toLocaleString('en')} rows | ${formatRate(read / seconds)} rows/s`,
  })
  return {
    update(counts, takenBytes) {
      read = counts.read
      progress.update(takenBytes, counts.rejected === 0 ? '' : `${counts.rejected.toLocaleString('en')} rejected`)
    },
    stop: progress.stop,
  }
}
