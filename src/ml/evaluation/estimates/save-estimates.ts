import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../../problem/problem.ts'
import type { EstimationReport } from './estimation-report.ts'

/**
 * Writes a report as a model's `estimates.json`, in place of an earlier one.
 * @returns the path of the file. Throws a `UsageError` if it cannot be written.
 */
export async function saveEstimates(directory: string, report: EstimationReport): Promise<string> {
  const path = join(directory, 'estimates.json')
  try {
    // Renamed into place, so that a starting server never reads half a file.
    await writeFile(`${path}.new`, `${JSON.stringify(report, null, 2)}\n`)
    await rename(`${path}.new`, path)
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}); remove --save, or use --out.`,
    )
  }
  return path
}
