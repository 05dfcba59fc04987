import { basename } from 'node:path'
import type { RowFilter } from '../ml/evaluation/labelled-file.ts'
import { type LabelledFile, readLabelledFile } from '../ml/evaluation/labelled-file.ts'
import type { TrainedSplit } from '../ml/experiments/split-test.ts'
import { openTable } from '../tables/open-table.ts'
import type { OutputFormat } from './output/output-format.ts'
import { type TableFlags, tableOptions } from './table-options.ts'

/** Options of `pulso evaluate`. */
export interface EvaluateFlags extends TableFlags {
  readonly model?: string
  readonly data?: string
  /** Files of labelled tweets from several sources, to measure the errors of estimates with. True for the corpora alone. */
  readonly estimates?: readonly string[] | true
  /** The same, to measure how much better the model becomes with labels. */
  readonly adaptation?: string[]
  readonly sourceColumn?: string
  /** A directory of the corpora that the model was trained on, and of others. */
  readonly corpora?: string
  /** Directories of labelled files. */
  readonly sets?: readonly string[]
  readonly draws?: number
  readonly only?: RowFilter
  readonly baselineData: readonly string[]
  readonly recipe?: string
  readonly with: readonly string[]
  readonly split?: TrainedSplit
  readonly test?: string
  readonly epochs?: number
  readonly seed?: number
  readonly checkpoints?: string
  readonly format: OutputFormat
  readonly out?: string
  readonly save?: boolean
}

/** The flags of an evaluation of one file. */
export type FileFlags = EvaluateFlags & { readonly data: string }

/** Reads a file of labelled tweets and prints its notices. Throws a `UsageError`. */
export async function readLabelled(
  path: string,
  flags: TableFlags,
  only: RowFilter | null = null,
  sourceColumn: string | null = null,
): Promise<LabelledFile> {
  const table = await openTable(path, process.stdin, tableOptions(flags))
  try {
    for (const notice of table.notices) console.error(notice)
    const file = await readLabelledFile(table, only, sourceColumn)
    // Such as labels that are not known: their rows do not count.
    for (const notice of table.rowNotices()) console.error(notice)
    return file
  } finally {
    await table.close()
  }
}

/** The data set's name in a report: the file, and the selected rows of it. */
export function datasetName(path: string, only: RowFilter | null = null): string {
  const name = basename(path).replace(/(\.(csv|tsv|ndjson|jsonl))?(\.gz)?$/i, '')
  return only === null ? name : `${name} (${only.column}=${only.values.join(',')})`
}

/**
 * Formats options so that another machine can repeat the command: only given ones, in this order, files without
 * directories.
 */
export function shownOptions(options: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(options)
    .flatMap(([name, value]) => (value === undefined ? [] : [` --${name} ${quoteForShell(String(value))}`]))
    .join('')
}

/**
 * The options that decide how a file is read, formatted as by `shownOptions`.
 * @param labelWords Name of the option for the meaning of labels.
 */
export function shownTableOptions(
  flags: Omit<TableFlags, 'entity' | 'timezone' | 'timeFormat'>,
  labelWords = 'labels',
): string {
  const { columns, map, header, skipLines, labels, inputFormat, encoding } = flags
  const isHeaded = header === undefined ? '' : header ? ' --header' : ' --no-header'
  const [before, after] = [
    shownOptions({ columns, map }),
    shownOptions({ 'skip-lines': skipLines, [labelWords]: labels, 'input-format': inputFormat, encoding }),
  ]
  return `${before}${isHeaded}${after}`
}

const quoteForShell = (value: string) => (/^[\w.,=:+-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`)
