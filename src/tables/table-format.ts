import { detectDelimiter } from './detect-delimiter.ts'

export const INPUT_FORMATS = ['csv', 'tsv', 'ndjson', 'json', 'xlsx', 'parquet'] as const
export type InputFormat = (typeof INPUT_FORMATS)[number]

/** Formats whose rows are objects, which name their values themselves. */
export const isOfObjects = (format: InputFormat): boolean => format === 'ndjson' || format === 'json'

/** The format of a text file's rows. */
export type TableFormat =
  | { readonly kind: 'delimited'; readonly delimiter: string; readonly lineEnd: '\n' | '\r' }
  | { readonly kind: 'ndjson' | 'json' }

/**
 * Determines the format of a file: given by the user, otherwise by its content, otherwise by its name.
 * @param sample The beginning of the file, with at least its first line if it has one.
 * @param columnCount Number of columns that the user named; null if the file's header names them.
 * @param delimiter The delimiter that the file itself names; null detects it.
 */
export function detectTableFormat(
  sample: string,
  file: string,
  asked: InputFormat | null,
  columnCount: number | null,
  delimiter: string | null = null,
): TableFormat {
  const start = sample.trimStart()
  const hasName = (pattern: RegExp) => pattern.test(file.replace(/\.gz$/i, ''))
  if (asked !== 'csv' && asked !== 'tsv' && delimiter === null) {
    const isAsked = asked === 'ndjson' || asked === 'json'
    if (isDocument(start, isAsked || hasName(/\.(json|jsonl|ndjson|js)$/i))) return { kind: 'json' }
    if (isAsked || /^\{[ \t]*["}]/.test(start) || hasName(/\.(jsonl|ndjson)$/i)) return { kind: 'ndjson' }
  }
  const lineEnd = hasOnlyCarriageReturns(sample) ? '\r' : '\n'
  if (delimiter !== null) return { kind: 'delimited', delimiter, lineEnd }
  if (asked === 'tsv' || (asked === null && hasName(/\.(tsv|tab)$/i)))
    return { kind: 'delimited', delimiter: '\t', lineEnd }
  return { kind: 'delimited', delimiter: detectDelimiter(sample, lineEnd, columnCount), lineEnd }
}

/** Line ends inside quotes do not show how the file's lines end. */
function hasOnlyCarriageReturns(sample: string): boolean {
  const bare = sample.replace(/"[^"]*("|$)/g, '')
  return bare.includes('\r') && !bare.includes('\n')
}

/**
 * Whether JSON is more than an object a line: an array, an object over several lines, or a script that assigns one of
 * them to a name, as in X's archive.
 * @param isJson Whether the user or the file's name says that it is JSON.
 */
function isDocument(start: string, isJson: boolean): boolean {
  if (/^window\.[\w.]+\s*=\s*[[{]/.test(start) || (isJson && /^(?:var|let|const)\s[\w\s$]+=\s*[[{]/.test(start)))
    return true
  if (start.startsWith('[')) return isJson || /^\[\s*(?:\{|\]?\s*$)/.test(start)
  if (!start.startsWith('{')) return false
  const [line, more] = start.split(/[\r\n]/, 2)
  return more !== undefined && leavesOpen(line ?? '')
}

/** Whether an object begins on a line and does not end on it. */
function leavesOpen(line: string): boolean {
  const bare = line.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '')
  return !bare.includes('"') && (bare.match(/[[{]/g)?.length ?? 0) > (bare.match(/[\]}]/g)?.length ?? 0)
}
