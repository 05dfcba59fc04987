import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '../problem/problem.ts'
import { explainFileError } from './file-error.ts'
import { EncodingEvidence, type EncodingVerdict } from './text-encoding.ts'
import { unpack } from './unpack.ts'

const CHUNK_BYTES = 64 * 1024

/** A file that can be read from its start as often as needed, and does not change under the reader's hands. */
export interface InputFile {
  /** For messages. */
  readonly name: string
  /** As it lies on disk, packed or not. */
  readonly sizeBytes: number
  /** Unpacked bytes from the start; `onRead` hears how many bytes of `sizeBytes` have been taken. */
  read(onRead?: (bytes: number) => void): AsyncGenerator<Buffer>
  close(): Promise<void>
}

/** What one pass over a whole file says about it. */
export interface Inspection {
  /** Of the unpacked bytes, so that a file and its gzipped copy are one. */
  readonly sha256: string
  readonly encoding: EncodingVerdict
}

/**
 * Opens a regular file; anything that can be read only once (a pipe) is copied to a private file first. Throws a `UsageError`.
 * @param name What messages call it, where that is not its path.
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
  // Files of /proc call themselves empty and are not.
  return inputFile(name, stat.isFile() && stat.size > 0 ? handle : await spool(handle.createReadStream(), name))
}

/**
 * Reads everything once. Throws a `UsageError` for a file that cannot be unpacked, before anything is made of its rows.
 * @param maxUnpackedBytes Of a file from somebody who need not mean well.
 */
export async function inspectFile(file: InputFile, maxUnpackedBytes = Number.POSITIVE_INFINITY): Promise<Inspection> {
  const hash = createHash('sha256')
  const evidence = new EncodingEvidence()
  let unpackedBytes = 0
  for await (const chunk of file.read()) {
    unpackedBytes += chunk.length
    if (unpackedBytes > maxUnpackedBytes) {
      throw new UsageError(`${file.name} unpacks to more than ${Math.floor(maxUnpackedBytes / 1024 / 1024)} MiB.`)
    }
    hash.update(chunk)
    evidence.add(chunk)
  }
  return { sha256: hash.digest('hex'), encoding: evidence.verdict() }
}

async function inputFile(name: string, handle: FileHandle): Promise<InputFile> {
  const { size } = await handle.stat()
  // Bytes that someone appends while we read are left for the next import: both passes see the same file.
  async function* packed(onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
    try {
      for (let position = 0; position < size; ) {
        const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size - position))
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, position)
        if (bytesRead === 0) return
        position += bytesRead
        onRead?.(position)
        yield chunk.subarray(0, bytesRead)
      }
    } catch (error) {
      throw explainFileError(error, name)
    }
  }
  return { name, sizeBytes: size, read: onRead => unpack(packed(onRead), name), close: () => handle.close() }
}

/** The copy has no name any more by the time it is written, so that nothing is left behind, not even by `kill -9`. */
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
