import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import { isRunning } from '../../process/is-running.ts'
import { failureCode } from '../../storage/connection-failure.ts'

const UPLOAD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const uploadSchema = z.object({
  id: z.string().regex(UPLOAD_ID),
  /** The client's name for the file. */
  name: z.string(),
  /** As it was sent, possibly compressed. */
  sizeBytes: z.number(),
  encoding: z.string(),
  /** The client named the encoding. Otherwise it was detected, and a job detects it again, so that it can say so. */
  isEncodingGiven: z.boolean().default(true),
  /** The encoding is a guess that does not fit: the user must name another one. */
  isEncodingDoubtful: z.boolean().default(false),
  /** Sentences for the user about how the file is read, such as its encoding. */
  notices: z.array(z.string()),
})

/** A file that was received completely and can be read. */
export type Upload = z.output<typeof uploadSchema>

/** An upload, and when it was received. */
export interface WaitingUpload extends Upload {
  readonly uploadedAt: Date
}

/** The last one has the id of the process that receives the file. */
const [BODY, DESCRIPTION, RECEIVER] = ['body', 'upload.json', 'receiver']

/** Between the creation of a folder and of its file with the process. */
const NEW_FOLDER_MS = 60_000

/** Uploads on disk: a folder for each, with the file and, once it was received completely and can be read, its description. */
export interface UploadFolders {
  pathOf(id: string): string
  ids(): Promise<readonly string[]>
  /** Writes the file of a new upload; returns its size in bytes. Fails with `TOO_LONG` above `maxBytes`. */
  write(id: string, chunks: AsyncIterable<Buffer>, maxBytes: number): Promise<Result<number>>
  /** Adds the description: from now on the upload exists. */
  describe(upload: Upload): Promise<void>
  find(id: string): Promise<Upload | null>
  /** The complete uploads, newest first. */
  list(): Promise<readonly WaitingUpload[]>
  remove(id: string): Promise<void>
  /** Removes files whose reception a crash has cut off, but not those that another process receives. To be called before any `write`. */
  removeAbandoned(now: Date): Promise<void>
  /** Removes uploads that were sent before that time, except those in `used`. */
  removeOld(sentBefore: Date, used: readonly string[]): Promise<void>
}

export function uploadFolders(directory: string): UploadFolders {
  const folderOf = (id: string) => join(directory, id)
  const pathOf = (id: string) => join(folderOf(id), BODY)
  const descriptionOf = (id: string) => join(folderOf(id), DESCRIPTION)
  const remove = (id: string) => rm(folderOf(id), { recursive: true, force: true })

  async function ids(): Promise<readonly string[]> {
    const names = await readdir(directory).catch(error => {
      if (failureCode(error) === 'ENOENT') return []
      throw error
    })
    return names.filter(name => UPLOAD_ID.test(name))
  }

  async function find(id: string): Promise<Upload | null> {
    if (!UPLOAD_ID.test(id)) return null
    const text = await readFile(descriptionOf(id), 'utf8').catch(error => {
      if (failureCode(error) === 'ENOENT') return null
      throw error
    })
    return text === null ? null : uploadSchema.parse(JSON.parse(text))
  }

  return {
    pathOf,
    ids,
    remove,
    async write(id, chunks, maxBytes) {
      await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
      await writeFile(join(folderOf(id), RECEIVER), String(process.pid))
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
    },
    async describe(upload) {
      const unfinished = join(folderOf(upload.id), `${DESCRIPTION}.partial`)
      await writeFile(unfinished, JSON.stringify(upload))
      await rename(unfinished, descriptionOf(upload.id))
    },
    find,
    async list() {
      const found = await Promise.all(
        (await ids()).map(async id => {
          const [upload, status] = await Promise.all([find(id), stat(descriptionOf(id)).catch(() => null)])
          return upload === null || status === null ? [] : [{ ...upload, uploadedAt: status.mtime }]
        }),
      )
      // Ids are made in time order.
      return found.flat().sort((one, other) => (one.id < other.id ? 1 : -1))
    },
    async removeAbandoned(now) {
      for (const id of await ids()) {
        if ((await find(id)) !== null) continue
        const receiver = await readFile(join(folderOf(id), RECEIVER), 'utf8').catch(() => null)
        const folder = await stat(folderOf(id)).catch(() => null)
        const isNew = folder !== null && now.getTime() - folder.mtime.getTime() < NEW_FOLDER_MS
        const isReceiving = receiver === null ? isNew : Number(receiver) !== process.pid && isRunning(Number(receiver))
        if (!isReceiving) await remove(id)
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
