import { setImmediate } from 'node:timers/promises'
import DataLoader from 'dataloader'
import { evaluationReportSchema } from '../../ml/evaluation/report.ts'
import { modelManifestSchema } from '../../ml/network/manifest.ts'
import type { ModelVersion } from '../../models/service.ts'
import type { TrainedOnRecords } from '../../models/trained-on-records.ts'
import type { Storage } from '../../storage/storage.ts'
import type { CountedSeries } from '../read-counts.ts'
import { reliabilityFromEvaluations } from './from-evaluations.ts'
import { reliabilityFromLabels } from './from-labels.ts'
import { readLabelled } from './read-labelled.ts'
import type { EntityReliability } from './reliability.ts'

/** Enough for an interval of two points to each side. Resampling more would keep other requests waiting. */
export const MOST_LABELLED = 2000

export interface ReliabilityReaderOptions {
  readonly storage: Pick<Storage, 'pool' | 'prisma'>
  readonly trainedOn: TrainedOnRecords
}

/** Measured on human labels if enough are stored, else taken from the evaluations. Null if neither is available. */
export type ReliabilityReader = (
  entity: { readonly id: string; readonly name: string },
  version: ModelVersion,
) => Promise<EntityReliability | null>

export function createReliabilityReader({ storage, trainedOn }: ReliabilityReaderOptions): ReliabilityReader {
  const options = { cache: false }
  const labelled = new DataLoader(
    (series: readonly CountedSeries[]) => readLabelled(storage.pool, series, MOST_LABELLED),
    options,
  )
  const evaluations = new DataLoader(async (ids: readonly string[]) => {
    const rows = await storage.prisma.evaluation.findMany({ where: { modelVersionId: { in: [...new Set(ids)] } } })
    const reports = rows.map(row => ({ id: row.modelVersionId, report: evaluationReportSchema.parse(row.report) }))
    return ids.map(id => reports.filter(measured => measured.id === id).map(({ report }) => report))
  }, options)
  return async ({ id, name }, version) => {
    const { labels } = modelManifestSchema.parse(version.manifest)
    // Evaluations are read although they may not be needed: later, each entity of a page would read them separately.
    const [answers, measured] = await Promise.all([
      labelled.load({ entityId: id, modelVersionId: version.id }),
      evaluations.load(version.id),
    ])
    // The records take a while to read, and are not needed without labels.
    const isTrainedOn = answers.length === 0 ? null : await trainedOn(version.version)
    // Resampling takes tens of milliseconds. Other requests are answered between two entities.
    await setImmediate()
    return (
      reliabilityFromLabels({ entity: name, answers, labels, isTrainedOn }) ??
      reliabilityFromEvaluations(name, labels, measured)
    )
  }
}
