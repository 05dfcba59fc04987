import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../problem.ts'
import type { EvaluationReport } from './report.ts'

/**
 * Writes a report into a model's `evaluation.json`, in the place of an earlier one on the same data set and split.
 * @param reports those that are there already and still hold for this version.
 * @returns the path of the file. Throws a `UsageError` where it cannot be written.
 */
export async function saveReport(
  directory: string,
  reports: readonly EvaluationReport[],
  report: EvaluationReport,
): Promise<string> {
  const others = reports.filter(({ dataset, split }) => dataset !== report.dataset || split !== report.split)
  const all = [...others, report].sort((one, other) => (one.dataset < other.dataset ? -1 : 1))
  const path = join(directory, 'evaluation.json')
  try {
    // In one step, so that a server that starts meanwhile never reads half a file.
    await writeFile(`${path}.new`, `${JSON.stringify(all, null, 2)}\n`)
    await rename(`${path}.new`, path)
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}); leave out --save, or use --out.`,
    )
  }
  return path
}
