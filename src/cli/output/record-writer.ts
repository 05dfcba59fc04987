import { BYTE_ORDER_MARK, csvLine } from '../../tables/spreadsheet-safety.ts'
import type { OutputFormat } from './output-format.ts'

export interface RecordWriter<Row extends object> {
  /** The text of further records. */
  next(records: readonly Row[]): string
  /** The text after the last record. */
  end(): string
}

interface Shape<Row> {
  /** Of CSV. */
  readonly columns: readonly string[]
  /** A record for people. */
  readonly text: (record: Row) => string
}

/**
 * Writes a list of records as they come: text, one array of JSON, an object a line, or CSV. In CSV, the parts of an object are columns such as
 * `accuracy.low`, and lists are JSON.
 */
export function recordWriter<Row extends object>(
  format: OutputFormat,
  { columns, text }: Shape<Row>,
): RecordWriter<Row> {
  if (format === 'text') return { next: records => records.map(record => `${text(record)}\n`).join(''), end: () => '' }
  if (format === 'ndjson') return { next: records => records.map(lineOf).join(''), end: () => '' }
  let isFirst = true
  if (format === 'json') {
    return {
      next: records => {
        const written = records.map(record => `  ${JSON.stringify(record, null, 2).replaceAll('\n', '\n  ')}`)
        const before = isFirst ? '[\n' : ',\n'
        if (written.length === 0) return ''
        isFirst = false
        return before + written.join(',\n')
      },
      end: () => (isFirst ? '[]\n' : '\n]\n'),
    }
  }
  const head = () => {
    const shown = isFirst ? `${BYTE_ORDER_MARK}${csvLine(columns)}` : ''
    isFirst = false
    return shown
  }
  return {
    next: records => head() + records.map(record => csvLine(cellsOf(record, columns))).join(''),
    end: head,
  }
}

const lineOf = (record: object) => `${JSON.stringify(record)}\n`

function cellsOf(record: object, columns: readonly string[]): (string | number)[] {
  const cells = new Map(cellEntries(record))
  return columns.map(column => cells.get(column) ?? '')
}

/** The columns of records, in the order in which they occur. */
export const columnsOf = (records: readonly object[]): string[] => [
  ...new Set(records.flatMap(record => cellEntries(record).map(([name]) => name))),
]

/** The record as it is in JSON, with the parts of objects by their paths. */
function cellEntries(record: object, path = ''): [string, string | number][] {
  return Object.entries(record).flatMap(([name, value]: [string, unknown]): [string, string | number][] => {
    const column = `${path}${name}`
    if (value === undefined) return []
    if (value instanceof Date) return [[column, value.toISOString()]]
    if (Array.isArray(value)) return [[column, JSON.stringify(value)]]
    if (typeof value === 'object' && value !== null) return cellEntries(value, `${column}.`)
    return [[column, typeof value === 'number' ? value : String(value ?? '')]]
  })
}
