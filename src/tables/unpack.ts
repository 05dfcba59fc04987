import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UsageError } from '../problem/problem.ts'
import { peek } from './peek.ts'

const CHUNK_BYTES = 64 * 1024
const MAGIC_BYTES = 5

/** Unsupported file formats by their first bytes, with advice. */
const FOREIGN: readonly { readonly magic: readonly number[]; readonly advice: string }[] = [
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    advice: 'is a ZIP archive or an Excel workbook in a stream; name the file itself',
  },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], advice: 'is an old Excel workbook; save the sheet as CSV UTF-8' },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], advice: 'is compressed with zstd; decompress it with zstdcat, or use gzip' },
  { magic: [0x42, 0x5a, 0x68], advice: 'is compressed with bzip2; decompress it with bzcat, or use gzip' },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], advice: 'is compressed with xz; decompress it with xzcat, or use gzip' },
  { magic: [0x50, 0x41, 0x52, 0x31], advice: 'is a Parquet file in a stream; name the file itself' },
]

/**
 * The bytes of a file, decompressed if its first two bytes are those of gzip; its name does not matter. Throws a
 * `UsageError` for a truncated or damaged gzip file and for formats that are not tables.
 */
export async function* unpack(packed: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const { head, all } = await peek(packed, bytes => bytes.length >= MAGIC_BYTES)
  for (const { magic, advice } of FOREIGN) {
    if (magic.every((byte, index) => head[index] === byte)) throw new UsageError(`${name} ${advice}.`)
  }
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all
    return
  }
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  // The iteration below gets the error as well; this callback only prevents a second throw.
  pipeline(Readable.from(all, { objectMode: false }), gunzip, () => {})
  try {
    for await (const chunk of gunzip) yield chunk as Buffer
  } catch (error) {
    throw explainGzipError(error, name)
  }
}

function explainGzipError(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'Z_BUF_ERROR')
    return new UsageError(`${name} is truncated: its gzip stream ends too early. Copy the file again.`)
  if (code === 'Z_DATA_ERROR')
    return new UsageError(`${name} is damaged: its gzip stream cannot be decompressed (${(error as Error).message}).`)
  return error
}
