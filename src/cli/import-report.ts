import type { ImportCounts, ImportOutcome } from '../imports/import-file.ts'
import type { InspectedTable } from '../tables/open-table.ts'

export interface ImportSummary {
  readonly table: Pick<InspectedTable, 'name' | 'sha256'>
  readonly outcome: ImportOutcome
  /** The id of the job, for `pulso imports undo`. */
  readonly importId: string
  /** Canceled by another process. */
  readonly isCanceled: boolean
  /** Null if no row was rejected. */
  readonly rejectsFile: string | null
  readonly modelVersion: string
  readonly seconds: number
}

/** Prints the result of an import: the counts to standard output, everything else to standard error. */
export function reportImport(summary: ImportSummary, format: 'text' | 'json'): void {
  const { outcome, table, importId, isCanceled, rejectsFile, modelVersion, seconds } = summary
  const { counts, end, problem } = outcome
  if (rejectsFile !== null) console.error(`${rows(counts.rejected)} in ${rejectsFile}`)
  if (counts.undated > 0) console.error(undatedNotice(counts.undated))
  if (end === 'interrupted') console.error(`${isCanceled ? 'Canceled' : 'Interrupted'}. ${GOES_ON}`)
  if (end === 'unavailable') console.error(`Stopped: ${problem?.message} ${GOES_ON}`)
  const report = {
    file: table.name,
    sha256: table.sha256,
    processedCount: counts.read,
    storedCount: counts.stored,
    duplicateCount: counts.duplicates,
    relabelledCount: counts.relabelled,
    rejectedCount: counts.rejected,
    undatedCount: counts.undated,
    end,
    rejectsFile,
    importId,
    model: modelVersion,
    seconds,
  }
  console.log(format === 'json' ? JSON.stringify(report) : shownCounts(counts))
}

/** Without it, the day of the import looks like the day of the tweets. */
const undatedNotice = (undated: number) =>
  undated === 1
    ? '1 tweet has no time of its own and counts at the time of its import.'
    : `${undated.toLocaleString('en')} tweets have no time of their own and count at the time of their import.`

const GOES_ON = 'Counted rows are stored; run the same command again to resume.'

const rows = (rejected: number) => `${rejected.toLocaleString('en')} rejected ${rejected === 1 ? 'row is' : 'rows are'}`

/** `74,682 read = 71,117 stored + 2,707 duplicates + 858 rejected`; relabelled rows are named only if there are any. */
export function shownCounts({ read, stored, duplicates, relabelled, rejected }: ImportCounts): string {
  const shown = (count: number) => count.toLocaleString('en')
  const labels = relabelled === 0 ? '' : ` + ${shown(relabelled)} relabelled`
  return `${shown(read)} read = ${shown(stored)} stored + ${shown(duplicates)} duplicates + ${shown(rejected)} rejected${labels}`
}
