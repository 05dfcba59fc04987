import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../problem/problem.ts'
import type { EvaluationReport } from './report.ts'

/**
 * Writes reports into a model's `evaluation.json`, each in the place of an earlier one on the same data set, split and labels, of the same weights or
 * of the same recipe trained anew with the same seed.
 * @param reports those that are there already and still hold for this version.
 * @returns the path of the file. Throws a `UsageError` where it cannot be written.
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

const identityOf = ({ dataset, split, trainedFor, seed, labels }: EvaluationReport) =>
  JSON.stringify([dataset, split, trainedFor, seed, labels])
