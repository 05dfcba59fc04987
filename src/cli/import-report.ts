import type { ImportOutcome } from '../imports/import-file.ts'
import type { InspectedTable } from '../tables/open-table.ts'
import type { OutputFormat } from './output/output-format.ts'
import { recordWriter } from './output/record-writer.ts'
import { shownReport } from './output/shown-records.ts'

interface ImportSummary {
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

export interface ImportReports {
  /** Prints the result of one file: the counts to standard output, everything else to standard error. */
  add(summary: ImportSummary): void
  /** Completes the output. */
  end(): void
}

/** In JSON, the results of several files are an array, and that of one file is an object. */
export function importReports(format: OutputFormat, isList: boolean): ImportReports {
  const writer = recordWriter<ImportReport>(format, { columns: COLUMNS, text: shownCounts })
  return {
    add(summary) {
      explainEnd(summary)
      const report = reportOf(summary)
      process.stdout.write(isList ? writer.next([report]) : shownReport(format, report, () => shownCounts(report)))
    },
    end() {
      if (isList) process.stdout.write(writer.end())
    },
  }
}

function explainEnd({ outcome: { counts, end, problem }, isCanceled, rejectsFile }: ImportSummary): void {
  if (rejectsFile !== null) console.error(`${rows(counts.rejected)} in ${rejectsFile}`)
  if (counts.undated > 0) console.error(undatedNotice(counts.undated))
  if (end === 'interrupted') console.error(`${isCanceled ? 'Canceled' : 'Interrupted'}. ${GOES_ON}`)
  if (end === 'unavailable') console.error(`Stopped: ${problem?.message} ${GOES_ON}`)
}

const COLUMNS = [
  'file',
  'sha256',
  'processedCount',
  'storedCount',
  'duplicateCount',
  'relabelledCount',
  'rejectedCount',
  'undatedCount',
  'end',
  'rejectsFile',
  'importId',
  'model',
  'seconds',
] satisfies (keyof ImportReport)[]

type ImportReport = ReturnType<typeof reportOf>

const reportOf = ({ outcome, table, importId, rejectsFile, modelVersion, seconds }: ImportSummary) => ({
  file: table.name,
  sha256: table.sha256,
  processedCount: outcome.counts.read,
  storedCount: outcome.counts.stored,
  duplicateCount: outcome.counts.duplicates,
  relabelledCount: outcome.counts.relabelled,
  rejectedCount: outcome.counts.rejected,
  undatedCount: outcome.counts.undated,
  end: outcome.end,
  rejectsFile,
  importId,
  model: modelVersion,
  seconds,
})

/** Without it, the day of the import looks like the day of the tweets. */
const undatedNotice = (undated: number) =>
  undated === 1
    ? '1 tweet has no time of its own and counts at the time of its import.'
    : `${undated.toLocaleString('en')} tweets have no time of their own and count at the time of their import.`

const GOES_ON = 'Counted rows are stored; run the same command again to resume.'

const rows = (rejected: number) => `${rejected.toLocaleString('en')} rejected ${rejected === 1 ? 'row is' : 'rows are'}`

type ShownCounts = Readonly<
  Record<'processedCount' | 'storedCount' | 'duplicateCount' | 'rejectedCount' | 'relabelledCount', number>
>

/** `74,682 read = 71,117 stored + 2,707 duplicates + 858 rejected`; relabelled rows are named only if there are any. */
export function shownCounts(counts: ShownCounts): string {
  const shown = (name: keyof ShownCounts) => counts[name].toLocaleString('en')
  const labels = counts.relabelledCount === 0 ? '' : ` + ${shown('relabelledCount')} relabelled`
  return `${shown('processedCount')} read = ${shown('storedCount')} stored + ${shown('duplicateCount')} duplicates + ${shown('rejectedCount')} rejected${labels}`
}
