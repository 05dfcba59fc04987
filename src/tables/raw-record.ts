import type { Problem } from '../problem/problem.ts'

/** A longer record is rejected with its line, and reading continues after it. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024

/** A record of a file before its columns are interpreted. */
export type RawRecord<Cells> = {
  /** The physical line on which it starts, counted from 1 as in `sed -n 7p`. */
  readonly line: number
} & (
  | { readonly cells: Cells }
  /** It could not be split; `raw` is its first line, truncated if it is very long. */
  | { readonly problem: Problem; readonly raw: string }
)

export const invalid = (message: string): Problem => ({ code: 'INVALID', message, field: null })

export const tooLong = (maxBytes: number): Problem => ({
  code: 'TOO_LONG',
  message: `The row is longer than ${maxBytes / 1024 / 1024} MiB, so it was skipped.`,
  field: null,
})

/** Excerpt of a line that could not be split, for the rejects file. */
export const excerpt = (line: Buffer): string =>
  line
    .subarray(0, 10_000)
    .toString('utf8')
    .replace(/[\r\n]+$/, '')
