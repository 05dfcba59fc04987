import type { OutputFormat } from './output-format.ts'
import { columnsOf, recordWriter } from './record-writer.ts'

interface ShownList<Row> {
  readonly format: OutputFormat
  readonly records: readonly Row[]
  /** Columns of CSV, which an empty list has as well. Default: those that occur. */
  readonly columns?: readonly string[]
  /** For people. */
  readonly text: () => string
}

/** A list as a command prints it. It ends with a line; an empty list of lines is empty. */
export function shownList<Row extends object>({ format, records, columns, text }: ShownList<Row>): string {
  if (format === 'text') return `${text()}\n`
  const { next, end } = recordWriter(format, { columns: columns ?? columnsOf(records), text: () => '' })
  return next(records) + end()
}

/** One report as a command prints it. In JSON it is an object instead of a list. */
export function shownReport(format: OutputFormat, report: object, text: () => string): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`
  return shownList({ format, records: [report], text })
}
