import { type FileHandle, open, rename } from 'node:fs/promises'
import type { Problem } from '../problem/problem.ts'
import { explainFileError } from './file-error.ts'
import { resolveOutputFile } from './output-file.ts'
import type { ReadRow } from './row.ts'
import { BYTE_ORDER_MARK, csvLine, quoted } from './spreadsheet-safety.ts'

/** The first columns of a rejects file; a file that starts with them is recognised as one when it is imported. */
export const REJECTS_HEADER = ['line', 'code', 'message'] as const

export type RejectedRow = Pick<ReadRow, 'line' | 'cells' | 'raw'>

/** Collects rejected rows. */
export interface RejectsFile {
  readonly path: string
  add(row: RejectedRow, problem: Problem): Promise<void>
  /**
   * Moves the complete file into place. Returns false if no row was rejected: then there is no file, and an earlier one
   * is kept.
   */
  close(): Promise<boolean>
}

/**
 * A CSV file with the line, the reason and the original columns of each rejected row, so that it can be fixed in a
 * spreadsheet and imported again. Text that could not be split into those columns is in a last column. The file is
 * written under another name and renamed at the end, so that readers never see a part of it. Throws a `UsageError` if
 * it cannot be written.
 */
export async function openRejectsFile(path: string, names: readonly string[]): Promise<RejectsFile> {
  const { writePath, finalPath } = await resolveOutputFile(path, 'rejected rows', '--rejects')
  let handle: FileHandle | null = null
  const explain = (error: unknown): never => {
    throw explainFileError(error, path)
  }
  async function start(): Promise<FileHandle> {
    const opened = await open(writePath, 'w')
    await opened.writeFile(rejectsHeader(names))
    return opened
  }
  return {
    path,
    async add(row, problem) {
      handle ??= await start().catch(explain)
      await handle.writeFile(rejectsLine(names, row, problem)).catch(explain)
    },
    async close() {
      if (handle === null) return false
      await handle.close()
      if (finalPath !== writePath) await rename(writePath, finalPath).catch(explain)
      return true
    },
  }
}

/** The first line of a rejects file; `names` are the columns of the original. */
export const rejectsHeader = (names: readonly string[]) =>
  `${BYTE_ORDER_MARK}${csvLine([...REJECTS_HEADER, ...names, 'raw'])}`

/** The line of one rejected row. */
export function rejectsLine(
  names: readonly string[],
  { line, cells, raw }: RejectedRow,
  { code, message }: { readonly code: string; readonly message: string },
): string {
  const isSplit = raw === null && cells.length === names.length
  const rest = raw ?? (isSplit ? '' : cells.map(quoted).join(','))
  return csvLine([String(line), code, message, ...(isSplit ? cells : names.map(() => '')), rest])
}
