import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../problem/problem.ts'
import { explainFileError } from './file-error.ts'
import { EncodingEvidence, type EncodingVerdict, UTF_32 } from './text-encoding.ts'
import { unpack } from './unpack.ts'

const CHUNK_BYTES = 64 * 1024

/** A file that can be read from its start any number of times, and does not change meanwhile. */
export interface InputFile {
  /** For messages. */
  readonly name: string
  /** Size on disk, compressed or not. */
  readonly sizeBytes: number
  /** Decompressed bytes from the start; `onRead` gets the number of consumed bytes of `sizeBytes`. */
  read(onRead?: (bytes: number) => void): AsyncGenerator<Buffer>
  /** What the file contains instead of text, by its first bytes; null for text, compressed or not. */
  readonly container: 'xlsx' | 'parquet' | null
  /** Any part of the file as it is on disk; fewer bytes at its end. */
  readAt(position: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** Facts about a whole file after one pass. */
export interface Inspection {
  /** Of the decompressed bytes, so that a file and its gzipped copy have the same hash. */
  readonly sha256: string
  readonly encoding: EncodingVerdict
}

/**
 * Opens a regular file. A source that can be read only once, such as a pipe, is copied to a private file first. Throws
 * a `UsageError`.
 * @param name Name in messages, if it is not the path.
 */
export async function openInputFile(path: string, stdin: AsyncIterable<Buffer>, name = path): Promise<InputFile> {
  if (path === '-') return inputFile('standard input', await spool(stdin, 'standard input'))
  const handle = await open(path, 'r').catch(error => {
    throw explainFileError(error, name)
  })
  const stat = await handle.stat()
  if (stat.isDirectory()) {
    await handle.close()
    throw explainFileError(Object.assign(new Error(), { code: 'EISDIR' }), name)
  }
  // Files in /proc report a size of 0.
  return inputFile(name, stat.isFile() && stat.size > 0 ? handle : await spool(handle.createReadStream(), name))
}

/**
 * Reads the whole file once. Throws a `UsageError` for a file that cannot be decompressed, before any row is processed.
 * @param maxUnpackedBytes Limit for files from untrusted sources.
 */
export async function inspectFile(file: InputFile, maxUnpackedBytes = Number.POSITIVE_INFINITY): Promise<Inspection> {
  const hash = createHash('sha256')
  const evidence = new EncodingEvidence()
  let unpackedBytes = 0
  for await (const chunk of file.container === null ? file.read() : wholeOf(file)) {
    unpackedBytes += chunk.length
    if (unpackedBytes > maxUnpackedBytes) {
      throw new UsageError(
        `${file.name} decompresses to more than ${Math.floor(maxUnpackedBytes / 1024 / 1024)} MiB, which no table of its size does; decompress it, and send it in parts.`,
      )
    }
    hash.update(chunk)
    if (file.container === null) evidence.add(chunk)
  }
  if (evidence.isUtf32()) throw new UsageError(`${file.name} ${UTF_32}.`)
  return { sha256: hash.digest('hex'), encoding: evidence.verdict() }
}

async function* wholeOf(file: InputFile): AsyncGenerator<Buffer> {
  for (let position = 0; position < file.sizeBytes; ) {
    const chunk = await file.readAt(position, CHUNK_BYTES)
    if (chunk.length === 0) return
    position += chunk.length
    yield chunk
  }
}

async function inputFile(name: string, handle: FileHandle): Promise<InputFile> {
  const { size } = await handle.stat()
  const readAt = async (position: number, length: number): Promise<Buffer> => {
    const chunk = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)))
    try {
      let filled = 0
      while (filled < chunk.length) {
        const { bytesRead } = await handle.read(chunk, filled, chunk.length - filled, position + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return chunk.subarray(0, filled)
    } catch (error) {
      throw explainFileError(error, name)
    }
  }
  // Bytes appended while we read are left for the next import: both passes see the same file.
  async function* packed(onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
    for (let position = 0; position < size; ) {
      const chunk = await readAt(position, CHUNK_BYTES)
      if (chunk.length === 0) return
      position += chunk.length
      onRead?.(position)
      yield chunk
    }
  }
  return {
    name,
    sizeBytes: size,
    container: containerOf(await readAt(0, 4)),
    readAt,
    read: onRead => unpack(packed(onRead), name),
    close: () => handle.close(),
  }
}

/** The copy is unlinked before it is written, so that nothing remains, not even after `kill -9`. */
async function spool(source: AsyncIterable<Buffer>, name: string): Promise<FileHandle> {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-'))
  const path = join(directory, 'input')
  const handle = await open(path, 'wx+', 0o600)
  await rm(directory, { recursive: true })
  try {
    for await (const chunk of source) await handle.writeFile(chunk)
  } catch (error) {
    await handle.close()
    throw explainFileError(error, name)
  }
  return handle
}

/** Every workbook is a ZIP archive; not every archive is a workbook. */
function containerOf(start: Buffer): InputFile['container'] {
  const magic = start.toString('latin1')
  if (magic === 'PK\u0003\u0004') return 'xlsx'
  return magic === 'PAR1' ? 'parquet' : null
}
