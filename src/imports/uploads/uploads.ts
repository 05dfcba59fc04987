import { basename } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { fail, type Result, succeed, UsageError } from '../../problem/problem.ts'
import { failureCode } from '../../storage/connection-failure.ts'
import { decodeText } from '../../tables/decode-text.ts'
import { type InputFile, inspectFile, openInputFile } from '../../tables/input-file.ts'
import { type HeadOptions, inspectHead, type TableHead } from '../../tables/inspect-head.ts'
import type { TableOptions } from '../../tables/open-table.ts'
import { type RowReader, readContainer, readRows } from '../../tables/read-rows.ts'
import { isOfObjects } from '../../tables/table-format.ts'
import { inApiWords } from '../jobs/in-api-words.ts'
import { type Upload, type UploadFolders, uploadFolders } from './upload-folders.ts'

/** Files from clients, for imports to read; on the disk of this machine. */
export interface Uploads
  extends Pick<UploadFolders, 'pathOf' | 'ids' | 'find' | 'list' | 'remove' | 'removeOld' | 'removeAbandoned'> {
  /**
   * Stores a file and reads it once, in the given encoding or the detected one. A file that fails is removed. Fails with `TOO_LONG` above the
   * limit, `INVALID` if the file is not a table, `TOO_MANY` if too many uploads wait, and `UNAVAILABLE` if the disk cannot store it. Throws if the chunks do, as when a client disconnects.
   */
  receive(
    chunks: AsyncIterable<Buffer>,
    name: string,
    encoding?: string | null,
  ): Promise<Result<{ upload: Upload; head: TableHead }>>
  /** Reads the beginning of an upload as the options say, or detects it. Throws a `UsageError` if that fails. */
  readHead(upload: Upload, options: HeadOptions): Promise<TableHead>
  /** Decides how the columns of an upload are read. Throws a `UsageError` if they cannot be. */
  readColumns(upload: Upload, options: TableOptions): Promise<Pick<RowReader, 'names'>>
}

export interface UploadsOptions {
  readonly directory: string
  readonly maxBytes: number
}

/** Uploads that may wait to be imported, in total. */
const MAX_UPLOADS = 100
/** Expansion limits, against decompression bombs: tweets compress to about a tenth. */
const MAX_UNPACKED = 32
/** Reading a file for the number of its tweets takes a second for so much. */
const MAX_COUNTED_BYTES = 16 * 1024 * 1024
const MAX_RATIO = 100
/** A small file may be repetitive. */
const ALWAYS_ALLOWED_BYTES = 32 * 1024 * 1024
const MAX_NAME_LENGTH = 200

export function openUploads({ directory, maxBytes }: UploadsOptions): Uploads {
  const folders = uploadFolders(directory)
  const { pathOf } = folders
  const receiving = new Set<string>()

  const maxUnpackedBytes = (sizeBytes: number) =>
    Math.min(maxBytes * MAX_UNPACKED, Math.max(ALWAYS_ALLOWED_BYTES, sizeBytes * MAX_RATIO))

  async function inspect(id: string, name: string, sizeBytes: number, given: string | null) {
    const file = await openInputFile(pathOf(id), noStandardInput(), name)
    try {
      if (sizeBytes === 0) throw new UsageError(`${name} is empty.`)
      const { encoding: found } = await inspectFile(file, maxUnpackedBytes(sizeBytes))
      const encoding = given ?? found.encoding
      const head = await inspectHead(file, encoding, { format: null })
      const isText = head.format !== 'xlsx' && head.format !== 'parquet'
      const known =
        head.knownFormat !== null && isOfObjects(head.format) ? [await knownNotice(file, encoding, head)] : []
      const ofEncoding =
        isText && given === null && found.notice !== null ? [inApiWords(`${name} ${found.notice}.`)] : []
      const notices = [...ofEncoding, ...head.notices, ...known]
      const isEncodingDoubtful = isText && given === null && found.isDoubtful
      return {
        upload: { id, name, sizeBytes, encoding, isEncodingGiven: given !== null, isEncodingDoubtful, notices },
        head,
      }
    } finally {
      await file.close()
    }
  }

  /** "X archive: 12,034 tweets." for files that are read quickly, otherwise without the number. */
  async function knownNotice(file: InputFile, encoding: string, { format, knownFormat }: TableHead): Promise<string> {
    if (file.sizeBytes > MAX_COUNTED_BYTES) return `${knownFormat}.`
    const options = { format, columns: null, entity: null, timezone: 'UTC' }
    const { rows, rowNotices } = await readRows(decodeText(file.read(), encoding), file.name, options, null)
    for await (const _ of rows);
    return rowNotices()[0] ?? `${knownFormat}.`
  }

  async function reading<T>({ id, name }: Upload, read: (file: InputFile) => Promise<T>): Promise<T> {
    const file = await openInputFile(pathOf(id), noStandardInput(), name)
    try {
      return await read(file)
    } finally {
      await file.close()
    }
  }

  async function store(id: string, chunks: AsyncIterable<Buffer>, name: string, encoding: string | null) {
    const written = await folders.write(id, chunks, maxBytes)
    if (!written.ok) return written
    const inspected = await inspect(id, name, written.value, encoding)
    await folders.describe(inspected.upload)
    return succeed(inspected)
  }

  return {
    pathOf,
    ids: folders.ids,
    remove: folders.remove,
    find: folders.find,
    list: folders.list,
    removeOld: folders.removeOld,
    removeAbandoned: folders.removeAbandoned,
    async receive(chunks, name, encoding = null) {
      if ((await folders.list()).length + receiving.size >= MAX_UPLOADS) {
        return fail(
          'TOO_MANY',
          'Too many uploads wait to be imported. Import some of them, or remove some with removeUpload or DELETE /imports/uploads/<uploadId>.',
        )
      }
      const id = uuidv7()
      receiving.add(id)
      try {
        const stored = await store(id, chunks, nameOf(name), encoding)
        if (!stored.ok) await folders.remove(id)
        return stored
      } catch (error) {
        await folders.remove(id).catch(() => {})
        if (error instanceof UsageError) return fail('INVALID', error.message)
        const reason = DISK_FAILURES[failureCode(error) ?? '']
        if (reason === undefined) throw error
        return fail('UNAVAILABLE', `The server cannot store uploads: ${reason}. The operator can set PULSO_DATA_DIR.`)
      } finally {
        receiving.delete(id)
      }
    },
    readHead: (upload, options) => reading(upload, file => inspectHead(file, upload.encoding, options)),
    readColumns: (upload, options) =>
      reading(upload, async file => {
        const chunks = () => decodeText(file.read(), options.encoding ?? upload.encoding)
        const { names, rows } =
          file.container === null
            ? await readRows(chunks(), upload.name, options, null)
            : await readContainer(file, options)
        await rows.return(undefined)
        return { names }
      }),
  }
}

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
