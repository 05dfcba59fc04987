import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'
import { UsageError } from '../../problem/problem.ts'
import { MANIFEST, type Manifest, manifestSchema, partOf } from './manifest.ts'

export interface Backup {
  readonly manifest: Manifest
  /** The rows of a table, as CSV with a header. */
  rows(table: string): Promise<Readable>
  close(): void
}

/** Opens a file that `writeBackup` wrote. Throws a `UsageError` if it is none, or damaged; file errors as they are. */
export async function openBackup(path: string): Promise<Backup> {
  const noBackup = (reason: string) => new UsageError(`${path} is no backup of Pulso, or is damaged: ${reason}.`)
  const zip = await openPromise(path, { autoClose: false }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === undefined ? noBackup(error.message.replace(/\.$/, '')) : error
  })
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const partFor = async (name: string) => {
      const entry = entries.get(name)
      if (entry === undefined) throw noBackup(`it has no part ${name}`)
      return Readable.from(checked(await zip.openReadStreamPromise(entry), entry, noBackup), { objectMode: false })
    }
    const parsed = manifestSchema.safeParse(await json(await partFor(MANIFEST)).catch(() => null))
    if (!parsed.success) throw noBackup(`its ${MANIFEST} cannot be read`)
    return { manifest: parsed.data, rows: table => partFor(partOf(table)), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** The bytes of a part. The archive's checksum finds changed ones, which decompression alone does not. */
async function* checked(
  bytes: Readable,
  { fileName, crc32: expected }: Entry,
  noBackup: (reason: string) => UsageError,
) {
  let actual = 0
  try {
    for await (const chunk of bytes) {
      actual = crc32(chunk as Buffer, actual)
      yield chunk as Buffer
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw code !== undefined && !code.startsWith('Z_') ? error : noBackup(`${fileName}: ${message}`)
  }
  if (actual !== expected) throw noBackup(`the checksum of ${fileName} is another one`)
}
