import DataLoader from 'dataloader'
import type { Pool } from 'pg'
import type { ErrorModel } from '../estimates/error-model.ts'
import type { LabelledCounts } from '../estimates/log-likelihood.ts'
import { type LabelRow, strataOf } from '../labelling/strata/strata-of.ts'
import type { ModelVersion } from '../models/service.ts'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'
import { timestampOf } from '../time/timestamp-of.ts'
import { errorsOf } from './errors-of.ts'
import { evidenceFrom, type KnownTweets, knownFrom } from './evidence-from.ts'
import { createPosteriors, type EntityPosterior, type Posteriors } from './posteriors.ts'
import { type PlacedLabels, type PlacedSeries, readLabelledEntities, readPlacedLabels } from './read-placed-labels.ts'

/** From an instant to another, in milliseconds since 1970. */
interface Span {
  readonly start: number
  readonly end: number
}

interface EvidenceRequest {
  readonly entityId: string
  readonly modelVersion: ModelVersion
  /** As in `TimeRange`. */
  readonly dated: boolean | null
  readonly spans: readonly Span[]
}

/** What labels tell of an entity. */
export interface EntityEvidence {
  readonly errors: ErrorModel
  /** Labels of any time that tell how the model errs on the entity. */
  readonly labelled: LabelledCounts
  /** Tweets of any time that were labelled at random. */
  readonly drawnCount: number
  /** Computed at the first call, and shared by all entities with the same evidence. */
  readonly posterior: () => EntityPosterior
  /** Of the posterior. */
  readonly centralShares: () => Float64Array
  /** The labelled tweets of each requested span. */
  readonly known: readonly KnownTweets[]
}

export interface EvidenceReader {
  read(request: EvidenceRequest): Promise<EntityEvidence>
  /** That of an entity without labels. */
  unlabelled(modelVersion: ModelVersion): EntityEvidence
  /** Ids of all entities with labels that an estimate can use. */
  labelledEntities(): Promise<readonly string[]>
}

/** Reads the labels of all entities that one turn of the event loop needs together, each once. */
export function createEvidenceReader(pool: Pool): EvidenceReader {
  const posteriors = createPosteriors()
  const readAll = async (requests: readonly EvidenceRequest[]): Promise<readonly EntityEvidence[]> => {
    const { series, indexes } = seriesOf(requests)
    const labels = await readPlacedLabels(pool, series)
    return requests.map((request, index) => {
      const place = indexes[index] ?? 0
      return evidenceOf(request, labels[place] ?? [], series[place]?.instants ?? [], posteriors)
    })
  }
  const loader = new DataLoader(readAll, { cache: false })
  return {
    read: request => loader.load(request),
    unlabelled: modelVersion =>
      evidenceOf({ entityId: NO_ENTITY_ID, modelVersion, dated: null, spans: [] }, [], [], posteriors),
    labelledEntities: () => readLabelledEntities(pool),
  }
}

interface CutSeries extends PlacedSeries {
  readonly instants: readonly number[]
}

/** Requests for one entity and version share a series, whose cuts are the ends of all their spans. */
function seriesOf(requests: readonly EvidenceRequest[]) {
  const groups = new Map<string, EvidenceRequest[]>()
  for (const request of requests) {
    const name = nameOf(request)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [request])
    else group.push(request)
  }
  const names = [...groups.keys()]
  const known = new Map<string, Pick<CutSeries, 'instants' | 'cuts'>>()
  const series = [...groups.values()].map(([first, ...others]): CutSeries => {
    const spans = new Set([first, ...others].map(request => request?.spans ?? []))
    const ends = [...spans].flatMap(all => all.flatMap(({ start, end }) => [start, end]))
    const instants = [...new Set(ends)].sort((one, other) => one - other)
    const name = instants.join()
    const cuts = known.get(name) ?? { instants, cuts: instants.map(timestampOf) }
    known.set(name, cuts)
    return { entityId: first?.entityId ?? '', modelVersionId: first?.modelVersion.id ?? '', ...cuts }
  })
  const places = new Map(names.map((name, place) => [name, place]))
  return { series, indexes: requests.map(request => places.get(nameOf(request)) ?? 0) }
}

const nameOf = ({ entityId, modelVersion }: EvidenceRequest) => `${entityId} ${modelVersion.id}`

function evidenceOf(
  { modelVersion, dated, spans }: EvidenceRequest,
  labels: readonly PlacedLabels[],
  instants: readonly number[],
  posteriors: Posteriors,
): EntityEvidence {
  const errors = errorsOf(modelVersion)
  const strata = strataOf(withoutPlaces(labels))
  const labelled = evidenceFrom(strata)
  const counted = labels.filter(({ isUndated }) => dated === null || isUndated !== dated)
  return {
    errors,
    labelled,
    drawnCount: strata.reduce((sum, { drawn, ofFiles }) => sum + drawn.count + ofFiles.count, 0),
    posterior: () => posteriors.posterior(errors, labelled),
    centralShares: () => posteriors.centralShares(errors, labelled),
    known: knownOf(spans, counted, instants),
  }
}

/** The labels as evidence: rows that differ in time only are one. */
function withoutPlaces(labels: readonly PlacedLabels[]): LabelRow[] {
  const merged = new Map<string, LabelRow>()
  for (const row of labels) {
    const evidence = {
      predicted: row.evidencePredicted,
      isUncertain: row.evidenceIsUncertain,
      label: row.label,
      drawId: row.evidenceDrawId,
      isQueue: row.isQueue,
    }
    const name = Object.values(evidence).join()
    const before = merged.get(name) ?? { count: 0, weight: 0, squaredWeight: 0 }
    merged.set(name, {
      ...evidence,
      count: before.count + row.count,
      weight: before.weight + row.weight,
      squaredWeight: before.squaredWeight + row.squaredWeight,
    })
  }
  return [...merged.values()]
}

/** Place n is between the cuts n - 1 and n. */
function knownOf(
  spans: readonly Span[],
  labels: readonly PlacedLabels[],
  instants: readonly number[],
): readonly KnownTweets[] {
  if (labels.length === 0) return spans.map(() => NONE)
  const byPlace = new Map<number, PlacedLabels[]>()
  for (const row of labels) byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), row])
  const cuts = new Map(instants.map((instant, index) => [instant, index]))
  return spans.map(({ start, end }) => {
    const [first, last] = [cuts.get(start) ?? 0, cuts.get(end) ?? 0]
    const rows: PlacedLabels[] = []
    for (let place = first + 1; place <= last; place++) rows.push(...(byPlace.get(place) ?? []))
    return rows.length === 0 ? NONE : knownFrom(rows)
  })
}

const NONE = knownFrom([])
