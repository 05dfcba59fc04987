import { type FileHandle, open, rename } from 'node:fs/promises'
import type { Problem } from '../problem.ts'
import { BYTE_ORDER_MARK, csvLine, quoted } from './csv-line.ts'
import { explainFileError } from './file-error.ts'
import { findFilePlace } from './file-place.ts'
import type { ReadRow } from './row.ts'

/** The first columns of a rejects file; a file that starts with them is recognised as one when it is read again. */
export const REJECTS_HEADER = ['line', 'code', 'message'] as const

/** Collects the rows of a file that could not be stored. */
export interface RejectsFile {
  readonly path: string
  add(row: Pick<ReadRow, 'line' | 'cells' | 'raw'>, problem: Problem): Promise<void>
  /** Puts the file in place, whole. False where nothing was rejected: then there is no file, and an earlier one is left alone. */
  close(): Promise<boolean>
}

/**
 * A CSV file with the line, the reason and the original columns of each rejected row, so that it can be mended in a spreadsheet and
 * imported again; what could not be split into those columns stands in a last one. It grows under another name and gets its own at the
 * end: whoever sees it sees all of it. Throws a `UsageError` where it cannot be written.
 */
export async function openRejectsFile(path: string, names: readonly string[]): Promise<RejectsFile> {
  const { writePath, finalPath } = await findFilePlace(path, 'rejected rows', '--rejects')
  let handle: FileHandle | null = null
  const explain = (error: unknown): never => {
    throw explainFileError(error, path)
  }
  async function start(): Promise<FileHandle> {
    const opened = await open(writePath, 'w')
    await opened.writeFile(`${BYTE_ORDER_MARK}${csvLine([...REJECTS_HEADER, ...names, 'raw'])}`)
    return opened
  }
  return {
    path,
    async add({ line, cells, raw }, { code, message }) {
      const isSplit = raw === null && cells.length === names.length
      const rest = raw ?? (isSplit ? '' : cells.map(quoted).join(','))
      handle ??= await start().catch(explain)
      await handle
        .writeFile(csvLine([String(line), code, message, ...(isSplit ? cells : names.map(() => '')), rest]))
        .catch(explain)
    },
    async close() {
      if (handle === null) return false
      await handle.close()
      if (finalPath !== writePath) await rename(writePath, finalPath).catch(explain)
      return true
    },
  }
}
