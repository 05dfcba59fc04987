import type { Label } from '../../labels.ts'
import { UsageError } from '../../problem/problem.ts'
import { openTable, type TableOptions } from '../../tables/open-table.ts'
import { groupBucket } from '../evaluation/splits/grouped.ts'

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
  /** Passes per epoch; 1 if absent. */
  readonly passes?: number
  /** False for other texts, which are not joined with tweets. */
  readonly isTweets?: boolean
}

/** A file and its format. */
export interface CorpusSource {
  readonly path: string
  readonly table: TableOptions
  /** Column whose listed values mark the development rows; null lets the split choose them. */
  readonly development: { readonly column: string; readonly values: ReadonlySet<string> } | null
  /** Name of the corpus; the name of the file if absent. */
  readonly name?: string
  /** Reads only rows with this value in a column; there may be none. */
  readonly only?: { readonly column: string; readonly value: string }
  /** Repairs texts and entities. */
  readonly repair?: (text: string) => string
  /**
   * Rows have ids of their own, so their texts identify the tweets. A tenth of the tweets is for development, and three
   * tenths of those with two entities and different labels.
   */
  readonly isGroupedByText?: boolean
  readonly passes?: number
  readonly isTweets?: boolean
}

/** Reads a corpus. Rows without a text or a label are excluded and reported. Throws a `UsageError`. */
export async function readCorpus(source: CorpusSource, say: (line: string) => void): Promise<Corpus> {
  const table = await openTable(source.path, process.stdin, source.table)
  try {
    for (const notice of table.notices) say(notice)
    const column = developmentColumn(source, table.names)
    const { repair = text => text } = source
    const isWanted = rowFilter(source, table.names)
    const rows: CorpusRow[] = []
    let unusable = 0
    let firstProblem = 'no row has a label (Positive, Neutral, Negative or Irrelevant)'
    for await (const portion of table.rows) {
      for (const { line, fields, cells } of portion) {
        if (!isWanted(cells)) continue
        if (!fields.ok && unusable === 0) firstProblem = `line ${line}: ${fields.problem.message}`
        if (!fields.ok || fields.value.label === null || fields.value.text.trim() === '') {
          unusable++
          continue
        }
        const { externalId, entity, text, label } = fields.value
        rows.push({
          id: source.isGroupedByText === true ? null : externalId,
          entity: entity === null ? null : repair(entity),
          text: repair(text),
          label,
          isDevelopment: column !== null && (source.development?.values.has(cells[column]?.trim() ?? '') ?? false),
        })
      }
    }
    if (rows.length === 0 && source.only === undefined) {
      throw new UsageError([`${table.name} cannot be trained on; ${firstProblem}`, ...table.rowNotices()].join('. '))
    }
    if (unusable > 0) say(`${table.name}: ${unusable} rows excluded: no readable text or label`)
    return {
      name: source.name ?? table.name.replace(/^.*[/\\]/, '').replace(/\.gz$/i, ''),
      sha256: table.sha256,
      rows: source.isGroupedByText === true ? chooseDevelopmentTexts(rows) : rows,
      passes: source.passes ?? 1,
      isTweets: source.isTweets ?? true,
    }
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

function rowFilter({ only, path }: CorpusSource, names: readonly string[]): (cells: readonly string[]) => boolean {
  if (only === undefined) return () => true
  const column = names.indexOf(only.column)
  if (column === -1) {
    throw new UsageError(`${path} has no column ${JSON.stringify(only.column)}; it has ${names.join(', ')}.`)
  }
  return cells => cells[column]?.trim() === only.value
}

function chooseDevelopmentTexts(rows: readonly CorpusRow[]): CorpusRow[] {
  const labels = new Map<string, Set<Label>>()
  for (const { text, label } of rows) labels.set(text, (labels.get(text) ?? new Set()).add(label))
  return rows.map(row => {
    const bucket = groupBucket(row.text)
    const isOpposed = (labels.get(row.text)?.size ?? 0) > 1
    return { ...row, isDevelopment: bucket === 2 || (isOpposed && (bucket === 3 || bucket === 4)) }
  })
}
