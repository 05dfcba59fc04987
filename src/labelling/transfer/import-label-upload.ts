import type { Pool } from 'pg'
import { fail, type Problem, type Result, succeed, UsageError } from '../../problem/problem.ts'
import { importLabels, type LabelImportCounts } from './import-labels.ts'
import { readLabelFile } from './read-label-file.ts'

/** Files that were sent with `POST /imports`. */
export interface LabelUploads {
  find(id: string): Promise<{ readonly name: string } | null>
  pathOf(id: string): string
}

export interface RejectedLabel {
  readonly line: number
  readonly problem: Problem
}

/** The outcome of a file. */
export interface ImportedLabels extends LabelImportCounts {
  /** The first of the rejected rows. */
  readonly rejectedLabels: readonly RejectedLabel[]
}

interface LabelUpload {
  readonly pool: Pool
  readonly uploads: LabelUploads
  readonly uploadId: string
  readonly now: () => Date
  /** Undefined if nothing ends the request early. */
  readonly signal: AbortSignal | undefined
  readonly onStored: (entityId: string) => void
}

/** A client waits for the whole file, some milliseconds a row. */
export const MOST_ROWS = 20_000
/** Enough to see the kind of fault. */
export const MOST_REJECTED = 100

/** Stores the labels of an uploaded file. Fails with `NOT_FOUND` for an unknown upload, `INVALID` for another kind of file, `TOO_MANY` for a large one. */
export async function importLabelUpload(options: LabelUpload): Promise<Result<ImportedLabels>> {
  const { uploads, uploadId, signal } = options
  const upload = await uploads.find(uploadId)
  if (upload === null) return UNKNOWN
  const rows = () => readLabelFile(uploads.pathOf(uploadId), nothing(), upload.name)
  try {
    let count = 0
    for await (const _ of rows()) {
      count += 1
      if (count > MOST_ROWS) return TOO_MANY
      if (signal?.aborted) break
    }
    const rejectedLabels: RejectedLabel[] = []
    const onRejected = (line: number, problem: Problem) => {
      if (rejectedLabels.length < MOST_REJECTED) rejectedLabels.push({ line, problem })
    }
    const counts = await importLabels({ ...options, rows: rows(), onRejected })
    return succeed({ ...counts, rejectedLabels })
  } catch (error) {
    if (error instanceof UsageError) return fail('INVALID', error.message, ['uploadId'])
    throw error
  }
}

const UNKNOWN = fail(
  'NOT_FOUND',
  'No upload with this id waits on this server. Send the file with POST /imports first.',
  ['uploadId'],
)
const TOO_MANY = fail(
  'TOO_MANY',
  `The file has more than ${MOST_ROWS.toLocaleString('en')} labels. \`pulso labels import\` reads files of any size.`,
  ['uploadId'],
)

async function* nothing(): AsyncGenerator<Buffer> {}
