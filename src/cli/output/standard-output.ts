import { once } from 'node:events'
import { UsageError } from '../../problem/problem.ts'
import { explainFileError } from '../../tables/file-error.ts'

let hasReader = true

/**
 * Keeps the process alive if the reader of its output goes away, as with `pulso … | head -1`: an import still stores its
 * files, and a server still serves. Commands that only print end at their next write.
 */
export function outliveReaders(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      hasReader = false
      return
    }
    const explained = explainFileError(error, 'Standard output')
    console.error((explained as Error).message)
    process.exit(explained instanceof UsageError ? explained.exitCode : 1)
  })
  // Notices that have no reader are lost; the work is not.
  process.stderr.on('error', () => {})
}

/** Whether an error only means that no reader of standard output is left. This is not a failure. */
export const isReaderGone = (error: unknown): boolean =>
  !hasReader && (error as NodeJS.ErrnoException | null)?.code === 'EPIPE'

/** Writes a part of the output, as fast as its reader reads. Throws if no reader is left. */
export async function writeOutput(text: string): Promise<void> {
  if (!hasReader) throw Object.assign(new Error('The reader of standard output has gone.'), { code: 'EPIPE' })
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}
