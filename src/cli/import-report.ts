import type { ImportCounts, ImportOutcome } from '../imports/import-file.ts'
import type { InspectedTable } from '../tables/open-table.ts'

export interface ImportSummary {
  readonly table: Pick<InspectedTable, 'name' | 'sha256'>
  readonly outcome: ImportOutcome
  /** Of the job, by which it can be undone. */
  readonly importId: string
  /** Somebody canceled it elsewhere. */
  readonly isCanceled: boolean
  /** Null where no row was rejected. */
  readonly rejectsFile: string | null
  readonly modelVersion: string
  readonly seconds: number
}

/** What an import prints last: the counts on standard output, and on standard error what they do not say. */
export function reportImport(summary: ImportSummary, format: 'text' | 'json'): void {
  const { outcome, table, importId, isCanceled, rejectsFile, modelVersion, seconds } = summary
  const { counts, end, problem } = outcome
  if (rejectsFile !== null) console.error(`${rows(counts.rejected)} in ${rejectsFile}`)
  if (end === 'interrupted') console.error(`${isCanceled ? 'Canceled' : 'Interrupted'}. ${GOES_ON}`)
  if (end === 'unavailable') console.error(`Stopped: ${problem?.message} ${GOES_ON}`)
  const report = {
    file: table.name,
    sha256: table.sha256,
    processedCount: counts.read,
    storedCount: counts.stored,
    duplicateCount: counts.duplicates,
    rejectedCount: counts.rejected,
    end,
    rejectsFile,
    importId,
    model: modelVersion,
    seconds,
  }
  console.log(format === 'json' ? JSON.stringify(report) : shownCounts(counts))
}

const GOES_ON = 'What is counted is stored; importing the file again goes on from here.'

const rows = (rejected: number) => `${rejected.toLocaleString('en')} rejected ${rejected === 1 ? 'row is' : 'rows are'}`

/** `74,682 read = 71,117 stored + 2,707 duplicates + 858 rejected` */
function shownCounts({ read, stored, duplicates, rejected }: ImportCounts): string {
  const [all, ...parts] = [read, stored, duplicates, rejected].map(count => count.toLocaleString('en'))
  return `${all} read = ${parts[0]} stored + ${parts[1]} duplicates + ${parts[2]} rejected`
}
