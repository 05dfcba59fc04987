import { setTimeout as wait } from 'node:timers/promises'
import { ask } from './ask.ts'

export interface RunningImport {
  /** Number of rows stored so far, and whether the import has finished. */
  progress(): Promise<{ readonly processed: number; readonly isDone: boolean }>
  /**
   * Resolves to the milliseconds from the first byte sent to the last row committed and counted. Throws if rows were
   * rejected.
   */
  finished(onProgress?: (processed: number) => void): Promise<number>
}

const POLL_MS = 50

/** Uploads a gzipped file as a browser does and starts its import. */
export async function startImport(url: string, file: Buffer, name: string): Promise<RunningImport> {
  const startedAt = performance.now()
  const response = await fetch(`${url}/imports?name=${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/gzip' },
    body: file,
  })
  if (!response.ok) throw new Error(`The upload failed with ${response.status}: ${await response.text()}`)
  const { uploadId } = (await response.json()) as { uploadId: string }
  const { startImport: started } = await ask(
    url,
    'mutation Start($input: StartImportInput!) { startImport(input: $input) { importJob { id } userErrors { message } } }',
    { input: { uploadId, idempotencyKey: uploadId } },
  )
  if (started.importJob === null) throw new Error(started.userErrors[0]?.message)
  const progress = async () => {
    const { importJob } = await ask(
      url,
      'query Watch($id: ID!) { importJob(id: $id) { status processedCount rejectedCount failure } }',
      { id: started.importJob.id },
    )
    if (importJob.failure !== null || importJob.rejectedCount > 0) {
      throw new Error(importJob.failure ?? `${importJob.rejectedCount} rows of the benchmark's own file were rejected.`)
    }
    return { processed: importJob.processedCount as number, isDone: importJob.status === 'COMPLETED' }
  }
  return {
    progress,
    finished: async (onProgress = () => {}) => {
      for (;;) {
        const { processed, isDone } = await progress()
        onProgress(processed)
        if (isDone) return performance.now() - startedAt
        await wait(POLL_MS)
      }
    },
  }
}
