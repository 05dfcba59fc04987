import { setImmediate } from 'node:timers/promises'
import { STRATA } from '../../estimates/strata.ts'
import type { EvidenceReader } from '../../evidence/evidence-reader.ts'
import { LABELS, type Label } from '../../labels.ts'
import type { ModelVersion } from '../../models/service.ts'
import type { Span } from '../plan-count.ts'
import type { SentimentWeights } from './rank-entities.ts'

/** Weights of labelled entities that are computed without a pause; each may take some milliseconds. */
const WITHOUT_PAUSE = 8

/** The weights by which net sentiment of every entity is a quotient of sums over its strata, now. */
export async function readWeights(
  evidence: EvidenceReader,
  modelVersion: ModelVersion,
  spans: readonly Span[],
  dated: boolean | null,
): Promise<SentimentWeights> {
  const ids = await evidence.labelledEntities()
  const read = (entityId: string) => evidence.read({ entityId, modelVersion, spans, dated })
  const found = await Promise.all(ids.map(read))
  const labelled = []
  for (const [index, { centralShares, known }] of found.entries()) {
    if (index % WITHOUT_PAUSE === WITHOUT_PAUSE - 1) await setImmediate()
    labelled.push({
      id: ids[index] ?? '',
      ...weightsOf(centralShares()),
      known: known.map(({ perStratum, perLabel }) => ({
        perStratum,
        positive: perLabel[LABELS.indexOf('POSITIVE')] ?? 0,
        negative: perLabel[LABELS.indexOf('NEGATIVE')] ?? 0,
      })),
    })
  }
  return { shared: weightsOf(evidence.unlabelled(modelVersion).centralShares()), labelled }
}

function weightsOf(centralShares: Float64Array) {
  const of = (label: Label) =>
    STRATA.map((_, stratum) => centralShares[stratum * LABELS.length + LABELS.indexOf(label)] ?? 0)
  return { positive: of('POSITIVE'), negative: of('NEGATIVE') }
}
