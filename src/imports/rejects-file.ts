import { createWriteStream, type WriteStream } from 'node:fs'
import { access, constants, realpath, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Problem } from '../problem.ts'
import { UsageError } from '../problem.ts'
import { explainFileError } from './file-error.ts'
import { guardCell } from './formula-guard.ts'
import type { ReadRow } from './row.ts'

/** The first columns of a rejects file; a file that starts with them is recognised as one when it is read again. */
export const REJECTS_HEADER = ['line', 'code', 'message'] as const

/** Spreadsheets take a CSV file for UTF-8 only if it starts with this. */
const BYTE_ORDER_MARK = '\u{feff}'

/** Collects the rows of a file that could not be stored. */
export interface RejectsFile {
  readonly path: string
  add(row: Pick<ReadRow, 'line' | 'cells' | 'raw'>, problem: Problem): Promise<void>
  /** Puts the file in place, whole. False where nothing was rejected: then there is no file, and an earlier one is left alone. */
  close(): Promise<boolean>
}

/**
 * A CSV file with the line, the reason and the original columns of each rejected row, so that it can be mended in a spreadsheet and
 * imported again. It grows under another name and gets its own at the end: whoever sees it sees all of it.
 * Throws a `UsageError` where it could not be written.
 */
export async function openRejectsFile(path: string, names: readonly string[]): Promise<RejectsFile> {
  const target = await placeOf(path)
  let stream: WriteStream | null = null
  const write = async (cells: readonly string[]) => {
    const line = `${cells.map(cell => quoted(guardCell(cell))).join(',')}\n`
    if (stream === null) {
      stream = createWriteStream(target.writePath)
      // A failed write is reported by the wait below; without a listener it would end the process first.
      stream.on('error', () => {})
      stream.write(
        `${BYTE_ORDER_MARK}${[...REJECTS_HEADER, ...names, 'raw'].map(name => quoted(guardCell(name))).join(',')}\n`,
      )
    }
    if (!stream.write(line)) await drained(stream)
  }
  return {
    path,
    async add({ line, cells, raw }, { code, message }) {
      const isSplit = raw === null && cells.length === names.length
      const rest = raw ?? (isSplit ? '' : cells.map(quoted).join(','))
      await write([String(line), code, message, ...(isSplit ? cells : names.map(() => '')), rest])
    },
    async close() {
      if (stream === null) return false
      stream.end()
      await finished(stream).catch(error => {
        throw explainFileError(error, path)
      })
      if (target.finalPath !== target.writePath) await rename(target.writePath, target.finalPath)
      return true
    },
  }
}

/** Devices such as /dev/null are written as they are: putting a file in their place would take them from everybody. */
async function placeOf(path: string): Promise<{ writePath: string; finalPath: string }> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw explainFileError(error, path)
  })
  if (found?.isDirectory() === true)
    throw new UsageError(`${path} is a directory; name a file for the rejected rows with --rejects.`)
  if (found !== null && !found.isFile()) return { writePath: path, finalPath: path }
  await access(dirname(path), constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'does not exist' : 'cannot be written to'
    throw new UsageError(
      `Rejected rows would go to ${path}, but its folder ${reason}; name another file with --rejects.`,
    )
  })
  const finalPath = found === null ? path : await realpath(path)
  return { writePath: `${finalPath}.${process.pid}.partial`, finalPath }
}

const drained = (stream: WriteStream) =>
  new Promise<void>((resolve, reject) => {
    stream.once('drain', resolve)
    stream.once('error', reject)
  })

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
