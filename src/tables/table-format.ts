import { UsageError } from '../problem/problem.ts'
import { detectDelimiter } from './detect-delimiter.ts'

export const INPUT_FORMATS = ['csv', 'tsv', 'ndjson'] as const
export type InputFormat = (typeof INPUT_FORMATS)[number]

/** The format of a file's rows. */
export type TableFormat =
  | { readonly kind: 'delimited'; readonly delimiter: string; readonly lineEnd: '\n' | '\r' }
  | { readonly kind: 'ndjson' }

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
    if (start.startsWith('[') && (asked === 'ndjson' || hasName(/\.(json|jsonl|ndjson)$/i) || /^\[\s*\{/.test(start))) {
      throw new UsageError(`${file} is one JSON array; convert it to one object per line with \`jq -c '.[]'\`.`)
    }
    if (asked === 'ndjson' || /^\{[ \t]*["}]/.test(start) || hasName(/\.(jsonl|ndjson)$/i)) return { kind: 'ndjson' }
    if (/^\{\s*$/.test(firstLine(start))) {
      throw new UsageError(`${file} is one JSON document; convert it to one object per line with \`jq -c .\`.`)
    }
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

const firstLine = (text: string) => text.split(/[\r\n]/, 1)[0] ?? ''
