import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl'
import { UsageError } from '../../problem/problem.ts'
import type { RandomAccessFile } from './random-access-file.ts'

/** A workbook has some dozen parts; an archive that names more is none. */
const MAX_ENTRIES = 10_000
const CHUNK_BYTES = 64 * 1024

/** The parts of a ZIP archive. */
export interface ZipEntries {
  readonly names: readonly string[]
  /** The unpacked bytes of a part; never more than the archive says, and at most `maxBytes`. Throws a `UsageError`. */
  read(name: string, maxBytes: number): AsyncGenerator<Buffer>
}

/** Reads the directory of a ZIP archive. Throws a `UsageError` if it is damaged. */
export async function openZip(file: RandomAccessFile): Promise<ZipEntries> {
  const damaged = (error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException
    return code !== undefined && !code.startsWith('Z_')
      ? error
      : new UsageError(`${file.name} is damaged: ${message.replace(/\.$/, '')}.`)
  }
  const { zip, entries } = await readDirectory(file).catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== undefined) throw error
    const reason = message.split(/[.\n]/, 1)[0]
    throw new UsageError(
      `${file.name} is a damaged ZIP archive or Excel workbook; save it again, or save the sheet as CSV UTF-8 (${reason}).`,
    )
  })
  return {
    names: [...entries.keys()],
    async *read(name, maxBytes) {
      const entry = entries.get(name)
      if (entry === undefined) throw new UsageError(`${file.name} is damaged: its part ${name} is missing.`)
      if (entry.uncompressedSize > maxBytes) {
        throw new UsageError(`${file.name} unpacks to more than ${Math.floor(maxBytes / 2 ** 20)} MiB; save it as CSV.`)
      }
      try {
        // The reader fails if the part has more bytes than its entry says.
        for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer
      } catch (error) {
        throw error instanceof UsageError ? error : damaged(error)
      }
    },
  }
}

async function readDirectory(file: RandomAccessFile) {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    fromRandomAccessReader(new FileReader(file), file.sizeBytes, options, (error, opened) =>
      error ? reject(error) : resolve(opened),
    )
  })
  const entries = new Map<string, Entry>()
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      if (entries.size > MAX_ENTRIES) reject(new Error(`it has more than ${MAX_ENTRIES} parts`))
      else zip.readEntry()
    })
    zip.readEntry()
  })
  return { zip, entries }
}

class FileReader extends RandomAccessReader {
  private readonly file: RandomAccessFile

  constructor(file: RandomAccessFile) {
    super()
    this.file = file
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.file, start, end), { objectMode: false })
  }
}

async function* rangeOf(file: RandomAccessFile, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end; ) {
    const chunk = await file.readAt(position, Math.min(CHUNK_BYTES, end - position))
    if (chunk.length === 0) return
    position += chunk.length
    yield chunk
  }
}
