import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../problem/problem.ts'
import type { EvaluationReport } from './report.ts'

/**
 * Writes reports into a model's `evaluation.json`. A new report replaces an earlier one with the same data set, split,
 * labels and weights, or of the same recipe and seed.
 * @param reports the earlier reports that still hold for this version.
 * @returns the path of the file. Throws a `UsageError` if it cannot be written.
 */
export async function saveReports(
  directory: string,
  reports: readonly EvaluationReport[],
  added: readonly EvaluationReport[],
): Promise<string> {
  const replaced = new Set(added.map(identityOf))
  const all = [...reports.filter(report => !replaced.has(identityOf(report))), ...added].sort((one, other) =>
    one.dataset < other.dataset ? -1 : Number(one.dataset > other.dataset),
  )
  const path = join(directory, 'evaluation.json')
  try {
    // Renamed into place, so that a starting server never reads half a file.
    await writeFile(`${path}.new`, `${JSON.stringify(all, null, 2)}\n`)
    await rename(`${path}.new`, path)
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}); remove --save, or use --out.`,
    )
  }
  return path
}

const identityOf = ({ dataset, split, trainedFor, seed, labels }: EvaluationReport) =>
  JSON.stringify([dataset, split, trainedFor, seed, labels])
