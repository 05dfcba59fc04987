import type { Label } from '../../labels.ts'
import { UsageError } from '../../problem/problem.ts'
import { openTable, type TableOptions } from '../../tables/open-table.ts'

/** One labelled tweet of a corpus. */
export interface CorpusRow {
  /** As in the file; rows with the same id are variants of a tweet. Null if the file has none. */
  readonly id: string | null
  /** Null stands for the whole message. */
  readonly entity: string | null
  readonly text: string
  readonly label: Label
  /** The user chose it as a development row: it is not trained on. */
  readonly isDevelopment: boolean
}

/** A file of labelled tweets for training. */
export interface Corpus {
  /** Base name of the file, without `.gz`. */
  readonly name: string
  /** Of the decompressed bytes. */
  readonly sha256: string
  readonly rows: readonly CorpusRow[]
}

/** A file and its format. */
export interface CorpusSource {
  readonly path: string
  readonly table: TableOptions
  /** Column whose listed values mark the development rows; null lets the split choose them. */
  readonly development: { readonly column: string; readonly values: ReadonlySet<string> } | null
}

/** Reads a corpus. Rows without a text or a label are excluded and reported. Throws a `UsageError`. */
export async function readCorpus(source: CorpusSource, say: (line: string) => void): Promise<Corpus> {
  const table = await openTable(source.path, process.stdin, source.table)
  try {
    for (const notice of table.notices) say(notice)
    const column = developmentColumn(source, table.names)
    const rows: CorpusRow[] = []
    let unusable = 0
    let firstProblem = 'no row has a label (Positive, Neutral, Negative or Irrelevant)'
    for await (const portion of table.rows) {
      for (const { line, fields, cells } of portion) {
        if (!fields.ok && unusable === 0) firstProblem = `line ${line}: ${fields.problem.message}`
        if (!fields.ok || fields.value.label === null || fields.value.text.trim() === '') {
          unusable++
          continue
        }
        const { externalId: id, entity, text, label } = fields.value
        const isDevelopment = column !== null && (source.development?.values.has(cells[column]?.trim() ?? '') ?? false)
        rows.push({ id, entity, text, label, isDevelopment })
      }
    }
    if (rows.length === 0) throw new UsageError(`${table.name} cannot be trained on; ${firstProblem}`)
    if (unusable > 0) say(`${table.name}: ${unusable} rows excluded: no readable text or label`)
    return { name: table.name.replace(/^.*[/\\]/, '').replace(/\.gz$/i, ''), sha256: table.sha256, rows }
  } finally {
    await table.close()
  }
}

function developmentColumn({ development, path }: CorpusSource, names: readonly string[]): number | null {
  if (development === null) return null
  const column = names.indexOf(development.column)
  if (column !== -1) return column
  throw new UsageError(
    `${path} has no column ${JSON.stringify(development.column)}; it has the columns ${names.join(', ')}.`,
  )
}
