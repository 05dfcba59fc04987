import type { Pool } from 'pg'
import { listEntities } from '../../entities/list-entities.ts'
import type { EvidenceReader } from '../../evidence/evidence-reader.ts'
import type { ModelVersion } from '../../models/service.ts'
import { type Result, succeed } from '../../problem/problem.ts'
import type { KeysetPage, SortDirection } from '../../storage/keyset-page.ts'
import { boundedRange, periodBefore } from '../../time/period-before.ts'
import type { TimeRange } from '../../time/time-range.ts'
import { createGatheringLoader } from '../gathering-loader.ts'
import { spanOf } from '../span-of.ts'
import {
  type Measure,
  type RankedEntity,
  type Ranking,
  type RankPosition,
  rankEntities,
  type SentimentWeights,
} from './rank-entities.ts'
import { readWeights } from './read-weights.ts'

/** What a list of entities is sorted by. */
export interface EntityOrder {
  readonly field: 'NAME' | Measure
  readonly direction: SortDirection
}

interface OrderedEntities {
  readonly order: EntityOrder
  /** Part of a name or alias, in any spelling. Null and blank find all entities. */
  readonly search: string | null
  readonly modelVersion: ModelVersion
  readonly range: TimeRange
}

/**
 * One page in reading direction, and one entity more if the list goes on. By name, values are null. Order by change fails if an end of the
 * range is open.
 */
export type RankingReader = (
  list: OrderedEntities,
  page: KeysetPage<RankPosition>,
) => Promise<Result<readonly RankedEntity[]>>

export function createRankingReader(pool: Pool, evidence: EvidenceReader): RankingReader {
  const pages = createGatheringLoader((requests: readonly PageRequest[]) => readEachOnce(pool, evidence, requests))
  return async (list, page) => {
    const { field, direction } = list.order
    if (field === 'NAME') return succeed(await listByName(pool, list, page))
    const before = field === 'CHANGE' ? boundedRange(list.range) : null
    if (before?.ok === false) return before
    const ranking = {
      measure: field,
      direction,
      modelVersionId: list.modelVersion.id,
      span: spanOf(list.range),
      dated: list.range.dated ?? null,
      spanBefore: before === null ? null : spanOf(periodBefore(before.value)),
      search: list.search,
    }
    return succeed(await pages.load({ ranking, page, modelVersion: list.modelVersion }))
  }
}

async function listByName(
  pool: Pool,
  { search, order: { direction } }: OrderedEntities,
  { start, ...page }: KeysetPage<RankPosition>,
): Promise<readonly RankedEntity[]> {
  const rows = await listEntities(
    pool,
    { search, direction },
    { ...page, start: start === null ? null : ([start[1]] as const) },
  )
  return rows.map(row => ({ ...row, value: null }))
}

interface PageRequest {
  readonly ranking: Omit<Ranking, 'weights'>
  readonly modelVersion: ModelVersion
  readonly page: KeysetPage<RankPosition>
}

/** Every page counts all entities. So equal requests that arrive together, or while other requests are read, share one statement. */
async function readEachOnce(
  pool: Pool,
  evidence: EvidenceReader,
  requests: readonly PageRequest[],
): Promise<readonly (readonly RankedEntity[])[]> {
  const read = new Map<string, readonly RankedEntity[]>()
  const answers: (readonly RankedEntity[])[] = []
  for (const { ranking, page, modelVersion } of requests) {
    const { start, end } = ranking.span
    // JSON has no infinite numbers.
    const name = JSON.stringify([ranking, page, String(start), String(end)])
    const rows = read.get(name) ?? (await readOne(pool, evidence, { ranking, page, modelVersion }))
    read.set(name, rows)
    answers.push(rows)
  }
  return answers
}

async function readOne(pool: Pool, evidence: EvidenceReader, { ranking, page, modelVersion }: PageRequest) {
  const spans = ranking.spanBefore === null ? [ranking.span] : [ranking.span, ranking.spanBefore]
  const weights =
    ranking.measure === 'TWEETS' ? NO_WEIGHTS : await readWeights(evidence, modelVersion, spans, ranking.dated ?? null)
  return rankEntities(pool, { ...ranking, weights }, page)
}

const NO_WEIGHTS: SentimentWeights = { shared: { positive: [], negative: [] }, labelled: [] }
