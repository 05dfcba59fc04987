import { type Command, Option } from 'commander'
import { parseColumnMap } from '../tables/column-map.ts'
import { checkEncoding } from '../tables/decode-text.ts'
import { parseLabelMap } from '../tables/label-map.ts'
import type { TableOptions } from '../tables/open-table.ts'
import { checkTimezone } from '../tables/parse-posted-at.ts'
import { INPUT_FORMATS, type InputFormat } from '../tables/table-format.ts'
import { checkTimeFormat } from '../tables/time-format.ts'
import { lineCount } from './whole-numbers.ts'

/** Options that describe a file of tweets. */
export interface TableFlags {
  readonly columns?: string
  readonly map?: string
  /** Undefined without `--header` and `--no-header`. */
  readonly header?: boolean
  readonly skipLines?: number
  readonly labels?: string
  readonly entity?: string
  readonly timezone: string
  readonly timeFormat?: string
  readonly inputFormat?: InputFormat
  readonly encoding?: string
}

/** Help text of all commands that read a file of tweets. */
export const FILE_HELP = `
A file is CSV, NDJSON (one JSON object per line), JSON, XLSX or Parquet. Text may be gzipped, and CSV may be separated
by commas, semicolons, tabs or pipes. The encoding is UTF-8, UTF-16, or else Windows-1252. All of this is detected.
Files of X archives, the X API, twarc, snscrape and annotation tools are recognised and need no options.

The header may contain these columns, in any case and order: id or external_id, entity, text, sentiment or label,
posted_at or created_at, posted_time, time_zone, author. Other common names are known as well, such as tweet_id and
full_text.
Unknown columns are named on standard error and ignored, unless --map names them. A file without a header needs
--columns, which also accepts score (-2 to 2; its sign is the label). The labels of a file are Positive, Neutral,
Negative and Irrelevant; --labels gives the meaning of others. Times are read in every unambiguous format. Dates such
as 3/4/2026 need --time-format: day-first, month-first, or a pattern such as "%d.%m.%Y %H:%M".`

/**
 * Adds the options of `TableFlags`. A command whose `--labels` is something else has another option for the meaning of
 * labels. Each command defines `--entity` itself, because it also has a meaning without a file.
 */
export const addTableOptions = (command: Command, labelWords = '--labels'): Command =>
  command
    .option('--columns <names>', 'comma-separated columns of a file, in order; - skips a column')
    .option('--map <columns>', 'columns by their names in the file, such as text="Tweet Text",posted_at=date')
    .option('--header', 'the first row is a header (default: detected)')
    .option('--no-header', 'the first row is not a header; --map calls its columns column_1, column_2 and so on')
    .option('--skip-lines <count>', 'lines before the table, such as the title of a report', lineCount)
    .option(
      `${labelWords} <words>`,
      'meaning of the labels in the file, such as "0=Negative,4=Positive"; - is no label',
    )
    .option('--time-format <format>', 'format of times: day-first, month-first, unix-seconds, or a strptime pattern')
    .option('--timezone <zone>', 'IANA time zone of timestamps without an offset', 'UTC')
    .addOption(new Option('--input-format <format>', 'file format (default: detected)').choices(INPUT_FORMATS))
    .option('--encoding <name>', 'character encoding, such as utf-16le or windows-1252 (default: detected)')

/** Throws a `UsageError` for an option that cannot be read. */
export const tableOptions = (flags: TableFlags): TableOptions => ({
  columns: flags.columns ?? null,
  map: flags.map === undefined ? {} : parseColumnMap(flags.map),
  hasHeader: flags.header ?? null,
  skipLines: flags.skipLines ?? 0,
  labels: flags.labels === undefined ? null : parseLabelMap(flags.labels),
  timeFormat: flags.timeFormat === undefined ? null : checkTimeFormat(flags.timeFormat),
  entity: flags.entity ?? null,
  timezone: checkTimezone(flags.timezone),
  format: flags.inputFormat ?? null,
  encoding: flags.encoding === undefined ? null : checkEncoding(flags.encoding),
})
