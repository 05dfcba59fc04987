import { type Command, Option } from 'commander'
import { checkEncoding } from '../tables/decode-text.ts'
import type { TableOptions } from '../tables/open-table.ts'
import { checkTimezone } from '../tables/parse-posted-at.ts'
import { INPUT_FORMATS, type InputFormat } from '../tables/table-format.ts'

/** How a file of tweets is written, as far as the user says so. */
export interface TableFlags {
  readonly columns?: string
  readonly entity?: string
  readonly timezone: string
  readonly inputFormat?: InputFormat
  readonly encoding?: string
}

/** What every command that reads a file of tweets says about it. */
export const FILE_HELP = `
A file is CSV (also with tabs, semicolons or bars) or NDJSON (one JSON object a line), plain or packed with
gzip, in UTF-8 or UTF-16; what is not UTF-8 is read as Windows-1252. All of this is found out by content. Its
header may have, in any case and order: id or external_id, entity, text, sentiment or label, posted_at or
created_at, author; other columns are ignored. A file without a header needs --columns, which also knows score
(-2 to 2, its sign is the label). - reads standard input.`

/** Adds the options of `TableFlags`; `--entity` is the command's own, because it means something without a file as well. */
export const addTableOptions = (command: Command): Command =>
  command
    .option('--columns <names>', 'what the columns are, for a file without a header; - for a column to ignore')
    .option('--timezone <zone>', 'IANA time zone of times without an offset', 'UTC')
    .addOption(new Option('--input-format <format>', 'how the file is written').choices(INPUT_FORMATS))
    .option('--encoding <name>', 'encoding of the file, such as utf-16le or windows-1252')

/** Throws a `UsageError` for a zone or an encoding that nobody knows. */
export const tableOptions = (flags: TableFlags): TableOptions => ({
  columns: flags.columns ?? null,
  entity: flags.entity ?? null,
  timezone: checkTimezone(flags.timezone),
  format: flags.inputFormat ?? null,
  encoding: flags.encoding === undefined ? null : checkEncoding(flags.encoding),
})
