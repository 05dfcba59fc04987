import { signInNeeded } from '../session/sign-in-needed.ts'
import type { LabelMapEntry } from './label-map.ts'

/** The possible meanings of a column. */
export const FIELDS = [
  'externalId',
  'entity',
  'text',
  'label',
  'score',
  'postedAt',
  'postedTime',
  'timeZone',
  'author',
] as const
export type Field = (typeof FIELDS)[number]

/** An uploaded file, and what the server detected in it. */
export interface Upload {
  readonly uploadId: string
  readonly name: string
  readonly sizeBytes: number
  readonly format: 'CSV' | 'TSV' | 'NDJSON' | 'JSON' | 'XLSX' | 'PARQUET'
  readonly encoding: string
  /** The text does not look right in this encoding; the server then needs one that the user has chosen. */
  readonly isEncodingDoubtful: boolean
  readonly hasHeader: boolean
  readonly columns: readonly {
    readonly name: string
    readonly field: Field | null
    /** Of a column of our own exports that is no field. */
    readonly use?: 'identity' | 'computed' | 'human'
  }[]
  readonly sampleRows: readonly (readonly string[])[]
  readonly suggestions: readonly Suggestion[]
  readonly notices: readonly string[]
}

/** What the first rows of a column suggest. */
export interface Suggestion {
  /** The index of the column. */
  readonly column: number
  readonly timeFormat: 'day-first' | 'month-first' | null
  /** A date that can be read in two ways, if none of the column decides. */
  readonly ambiguousTime: string | null
  readonly labelMap: readonly LabelMapEntry[]
}

/** An upload in the list of those that wait. */
export type WaitingUpload = Pick<Upload, 'uploadId' | 'name' | 'sizeBytes'>

/** How the beginning of a file is read. What is omitted is detected. */
export interface PreviewOptions {
  readonly encoding?: string
  readonly hasHeader?: boolean
  readonly skipLines?: number
}

/** Whether the rows are objects, which name their values themselves. */
export const isOfObjects = ({ format }: Pick<Upload, 'format'>): boolean => format === 'NDJSON' || format === 'JSON'

/** Uploads a file unchanged. Throws an `Error` whose message can be shown, as all functions here. */
export const sendFile = async (file: Blob, name: string, signal: AbortSignal): Promise<Upload> =>
  request(`/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    signal,
  })

/** Reads the beginning of an upload again. */
export function readPreview(uploadId: string, options: PreviewOptions, signal: AbortSignal): Promise<Upload> {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(options)) query.set(name, String(value))
  return request(`/imports/uploads/${uploadId}?${query}`, { signal })
}

export const listUploads = async (signal: AbortSignal): Promise<readonly WaitingUpload[]> =>
  (await request<{ readonly uploads: readonly WaitingUpload[] }>('/imports/uploads', { signal })).uploads

export const removeUpload = (uploadId: string, signal: AbortSignal): Promise<unknown> =>
  request(`/imports/uploads/${uploadId}`, { method: 'DELETE', signal })

async function request<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(path, init).catch(error => {
    if (init.signal?.aborted) throw error
    throw new Error('The server does not respond. Is it running?')
  })
  signInNeeded.learn(response.status)
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as Answer
  throw new Error(messageIn(answer) ?? `The server responded with status ${response.status}.`)
}

const messageIn = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'detail' in answer && typeof answer.detail === 'string'
    ? answer.detail
    : null
