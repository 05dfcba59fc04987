import DataLoader from 'dataloader'
import { evaluationReportSchema } from '../../ml/evaluation/report.ts'
import { modelManifestSchema } from '../../ml/network/manifest.ts'
import type { ModelVersion } from '../../models/service.ts'
import type { PrismaClient } from '../../storage/generated/client/client.ts'
import { type LabelCorrection, labelCorrection } from './label-correction.ts'

/** Null if the version has no evaluation that allows a correction. */
export type CorrectionReader = (version: ModelVersion) => Promise<LabelCorrection | null>

/**
 * Corrections by the newest evaluation of a version on the split by tweet that has all labels of the version. Drawing one takes some
 * milliseconds, so it is kept until the version has a newer evaluation. Stored evaluations never change.
 */
export function createCorrectionReader(database: PrismaClient): CorrectionReader {
  const kept = new Map<string, { readonly evaluationId: string; readonly correction: LabelCorrection | null }>()
  const evaluations = new DataLoader(
    async (versions: readonly ModelVersion[]) => {
      const rows = await database.evaluation.findMany({
        where: { modelVersionId: { in: [...new Set(versions.map(({ id }) => id))] }, split: 'GROUPED' },
        orderBy: [{ evaluatedAt: 'desc' }, { id: 'desc' }],
      })
      return versions.map(({ id }) => rows.filter(({ modelVersionId }) => modelVersionId === id))
    },
    { cache: false },
  )
  return async version => {
    const [newest, ...others] = await evaluations.load(version)
    if (newest === undefined) return null
    const before = kept.get(version.id)
    if (before?.evaluationId === newest.id) return before.correction
    const { labels } = modelManifestSchema.parse(version.manifest)
    const report = [newest, ...others]
      .map(({ report }) => evaluationReportSchema.parse(report))
      .find(measured => !measured.isLeaky && labels.every(label => measured.labels.includes(label)))
    const correction = report === undefined ? null : labelCorrection(report)
    kept.set(version.id, { evaluationId: newest.id, correction })
    return correction
  }
}
