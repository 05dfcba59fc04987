import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { fail, type Result, succeed, UsageError } from '../../problem/problem.ts'
import { failureCode } from '../../storage/connection-failure.ts'
import { inspectFile, openInputFile } from '../../tables/input-file.ts'
import { inspectHead, type TableHead } from '../../tables/inspect-head.ts'
import type { InputFormat } from '../../tables/table-format.ts'

const UPLOAD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const uploadSchema = z.object({
  id: z.string().regex(UPLOAD_ID),
  /** The client's name for the file. */
  name: z.string(),
  /** As it was sent, possibly compressed. */
  sizeBytes: z.number(),
  encoding: z.string(),
  /** Sentences for the user about how the file is read, such as its encoding. */
  notices: z.array(z.string()),
})

/** A file that was received completely and can be read. */
export type Upload = z.output<typeof uploadSchema>

/** Files from clients, for imports to read; on the disk of this machine. */
export interface Uploads {
  /**
   * Stores a file and reads it once. A file that fails is removed. Fails with `TOO_LONG` above the limit, `INVALID` if the file is not a table,
   * `TOO_MANY` if too many uploads wait, and `UNAVAILABLE` if the disk cannot store it. Throws if the chunks do, as when a client disconnects.
   */
  receive(chunks: AsyncIterable<Buffer>, name: string): Promise<Result<{ upload: Upload; head: TableHead }>>
  find(id: string): Promise<Upload | null>
  /** Reads the beginning of an upload in the given format, or detects it. Throws a `UsageError` if that fails. */
  readHead(upload: Upload, format: InputFormat | null): Promise<TableHead>
  pathOf(id: string): string
  ids(): Promise<readonly string[]>
  remove(id: string): Promise<void>
  /** Removes uploads that were sent before that time, except those in `used`. */
  removeOld(sentBefore: Date, used: readonly string[]): Promise<void>
}

export interface UploadsOptions {
  readonly directory: string
  readonly maxBytes: number
}

/** Uploads that may wait to be imported, in total. */
const MAX_UPLOADS = 100
/** Expansion limit, against decompression bombs: tweets compress to about a tenth. */
const MAX_UNPACKED = 32
const MAX_NAME_LENGTH = 200

const [BODY, DESCRIPTION] = ['body', 'upload.json']

export function openUploads({ directory, maxBytes }: UploadsOptions): Uploads {
  const folderOf = (id: string) => join(directory, id)
  const pathOf = (id: string) => join(directory, id, BODY)
  const ids = async () => {
    const names = await readdir(directory).catch(error => {
      if (failureCode(error) === 'ENOENT') return []
      throw error
    })
    return names.filter(name => UPLOAD_ID.test(name))
  }
  const remove = (id: string) => rm(folderOf(id), { recursive: true, force: true })

  async function write(id: string, chunks: AsyncIterable<Buffer>): Promise<Result<number>> {
    await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
    const file = await open(pathOf(id), 'wx', 0o600)
    try {
      let sizeBytes = 0
      for await (const chunk of chunks) {
        sizeBytes += chunk.length
        if (sizeBytes > maxBytes) return fail('TOO_LONG', tooLarge(maxBytes))
        await file.writeFile(chunk)
      }
      return succeed(sizeBytes)
    } finally {
      await file.close()
    }
  }

  async function inspect(id: string, name: string, sizeBytes: number) {
    const file = await openInputFile(pathOf(id), noStandardInput(), name)
    try {
      if (sizeBytes === 0) throw new UsageError(`${name} is empty.`)
      const { encoding } = await inspectFile(file, maxBytes * MAX_UNPACKED)
      const head = await inspectHead(file, encoding.encoding, null)
      const notices = encoding.notice === null ? [] : [`${name} ${encoding.notice}.`]
      return { upload: { id, name, sizeBytes, encoding: encoding.encoding, notices }, head }
    } finally {
      await file.close()
    }
  }

  async function store(id: string, chunks: AsyncIterable<Buffer>, name: string) {
    const written = await write(id, chunks)
    if (!written.ok) return written
    const inspected = await inspect(id, name, written.value)
    // An upload exists once it has a description.
    const unfinished = join(folderOf(id), `${DESCRIPTION}.partial`)
    await writeFile(unfinished, JSON.stringify(inspected.upload))
    await rename(unfinished, join(folderOf(id), DESCRIPTION))
    return succeed(inspected)
  }

  const find = async (id: string): Promise<Upload | null> => {
    if (!UPLOAD_ID.test(id)) return null
    const text = await readFile(join(folderOf(id), DESCRIPTION), 'utf8').catch(error => {
      if (failureCode(error) === 'ENOENT') return null
      throw error
    })
    return text === null ? null : uploadSchema.parse(JSON.parse(text))
  }

  return {
    pathOf,
    ids,
    remove,
    find,
    async receive(chunks, name) {
      if ((await ids()).length >= MAX_UPLOADS) {
        return fail(
          'TOO_MANY',
          'Too many uploads wait to be imported. Import some of them, or wait: they are removed after a day.',
        )
      }
      const id = uuidv7()
      try {
        const stored = await store(id, chunks, nameOf(name))
        if (!stored.ok) await remove(id)
        return stored
      } catch (error) {
        await remove(id).catch(() => {})
        if (error instanceof UsageError) return fail('INVALID', error.message)
        const reason = DISK_FAILURES[failureCode(error) ?? '']
        if (reason === undefined) throw error
        return fail('UNAVAILABLE', `The server cannot store uploads: ${reason}. The operator can set PULSO_DATA_DIR.`)
      }
    },
    async readHead(upload, format) {
      const file = await openInputFile(pathOf(upload.id), noStandardInput(), upload.name)
      try {
        return await inspectHead(file, upload.encoding, format)
      } finally {
        await file.close()
      }
    },
    async removeOld(sentBefore, used) {
      for (const id of await ids()) {
        if (used.includes(id)) continue
        const found = await stat(folderOf(id)).catch(() => null)
        if (found !== null && found.mtime < sentBefore) await remove(id)
      }
    },
  }
}

export const tooLarge = (maxBytes: number) =>
  `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB; compress it with gzip, or send it in parts.`

const DISK_FAILURES: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  EACCES: 'it may not write to its data directory',
  EPERM: 'it may not write to its data directory',
  EROFS: 'its data directory is read-only',
  ENOTDIR: 'its data directory is not a directory',
}

/** The file name without a path, and without characters that are special in terminals or headers. */
const nameOf = (given: string) =>
  basename(given.replace(/[\p{Cc}\p{Surrogate}\\]/gu, '_')).slice(0, MAX_NAME_LENGTH) || 'The file'

async function* noStandardInput(): AsyncGenerator<Buffer> {}
