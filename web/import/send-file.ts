/** What the columns of a file can mean; the rest is ignored. */
export const FIELDS = ['externalId', 'entity', 'text', 'label', 'score', 'postedAt', 'author'] as const
export type Field = (typeof FIELDS)[number]

/** A file that the server has taken, and what it looks like. */
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

/** Sends a file as it is. Throws an `Error` whose message can be shown. */
export async function sendFile(file: Blob, name: string, signal: AbortSignal): Promise<Upload> {
  const response = await fetch(`/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    signal,
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as Upload
  throw new Error(messageIn(answer) ?? `The server answered ${response.status}.`)
}

const messageIn = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null && 'error' in answer && typeof answer.error === 'string'
    ? answer.error
    : null
