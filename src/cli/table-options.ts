import { type Command, Option } from 'commander'
import { checkEncoding } from '../tables/decode-text.ts'
import type { TableOptions } from '../tables/open-table.ts'
import { checkTimezone } from '../tables/parse-posted-at.ts'
import { INPUT_FORMATS, type InputFormat } from '../tables/table-format.ts'

/** Options that describe a file of tweets. */
export interface TableFlags {
  readonly columns?: string
  readonly entity?: string
  readonly timezone: string
  readonly inputFormat?: InputFormat
  readonly encoding?: string
}

/** Help text of all commands that read a file of tweets. */
export const FILE_HELP = `
A file is CSV or NDJSON (one JSON object per line), plain or gzipped. CSV may be separated by commas, semicolons,
tabs or pipes. The encoding is UTF-8, UTF-16, or else Windows-1252. All of this is detected automatically.

The header may contain these columns, in any case and order: id or external_id, entity, text, sentiment or label,
posted_at or created_at, author. Other columns are ignored. A file without a header needs --columns, which also
accepts score (-2 to 2; its sign is the label).`

/**
 * Adds the options of `TableFlags`. Each command defines `--entity` itself, because it also has a meaning without a
 * file.
 */
export const addTableOptions = (command: Command): Command =>
  command
    .option('--columns <names>', 'comma-separated columns of a file without a header; - skips a column')
    .option('--timezone <zone>', 'IANA time zone of timestamps without an offset', 'UTC')
    .addOption(new Option('--input-format <format>', 'file format (default: detected)').choices(INPUT_FORMATS))
    .option('--encoding <name>', 'character encoding, such as utf-16le or windows-1252 (default: detected)')

/** Throws a `UsageError` for an unknown time zone or encoding. */
export const tableOptions = (flags: TableFlags): TableOptions => ({
  columns: flags.columns ?? null,
  entity: flags.entity ?? null,
  timezone: checkTimezone(flags.timezone),
  format: flags.inputFormat ?? null,
  encoding: flags.encoding === undefined ? null : checkEncoding(flags.encoding),
})
