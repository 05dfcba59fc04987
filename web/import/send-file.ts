/** The possible meanings of a column. */
export const FIELDS = [
  ...(['externalId', 'entity', 'text', 'label', 'score', 'postedAt', 'author'] as const),
  // Of our own exports.
  ...(['classificationId', 'classifiedAt', 'countedAt', 'tweetKey'] as const),
]
export type Field = (typeof FIELDS)[number]

/** An uploaded file, and what the server detected in it. */
export interface Upload {
  readonly uploadId: string
  readonly name: string
  readonly sizeBytes: number
  readonly format: 'CSV' | 'TSV' | 'NDJSON'
  readonly hasHeader: boolean
  readonly columns: readonly { readonly name: string; readonly field: Field | null }[]
  readonly sampleRows: readonly (readonly string[])[]
  readonly notices: readonly string[]
}

/** Uploads a file unchanged. Throws an `Error` whose message can be shown. */
export async function sendFile(file: Blob, name: string, signal: AbortSignal): Promise<Upload> {
  const response = await fetch(`/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    signal,
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as Upload
  throw new Error(messageIn(answer) ?? `The server responded with status ${response.status}.`)
}

const messageIn = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'error' in answer && typeof answer.error === 'string'
    ? answer.error
    : null
