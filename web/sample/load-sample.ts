import { SAMPLE_FILE_NAME } from '../../sample/sample-file-name.ts'
import { ask } from '../api/ask.ts'
import { isUnderWay } from '../import/describe-import.ts'
import { IMPORT, START_IMPORT } from '../import/import-query.ts'
import { sendFile } from '../import/send-file.ts'

const POLL_MS = 250

/** Imports the sample and waits until it is stored. Throws an `Error` whose message can be shown. */
export async function loadSample(now: number): Promise<void> {
  const { signal } = new AbortController()
  const { sampleFile } = await import('../../sample/sample-tweets.ts')
  const upload = await sendFile(new Blob([sampleFile(now)]), SAMPLE_FILE_NAME, signal)
  const { startImport } = await ask(
    START_IMPORT,
    {
      input: {
        uploadId: upload.uploadId,
        idempotencyKey: `sample-${upload.uploadId}`,
        // The sample draws which of its tweets have a label.
        labelCoverage: 'RANDOM_SAMPLE',
      },
    },
    signal,
  )
  if (!startImport?.importJob) throw new Error(startImport?.userErrors.map(({ message }) => message).join(' '))
  await untilSettled(startImport.importJob.id)
}

/** Waits until an import has ended. Throws the reason if it failed. */
export async function untilSettled(id: string): Promise<void> {
  const { signal } = new AbortController()
  for (;;) {
    const { importJob } = await ask(IMPORT, { id }, signal)
    if (importJob === null) return
    if (importJob.failure !== null) throw new Error(importJob.failure)
    if (!isUnderWay(importJob.status)) return
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
}
