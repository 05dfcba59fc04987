import type { Pool } from 'pg'
import { ENTITY_COLUMNS, isFound, searchedKey } from '../../entities/list-entities.ts'
import type { Entity } from '../../storage/generated/client/client.ts'
import type { KeysetPage, SortDirection } from '../../storage/keyset-page.ts'
import { COUNT_PARAMETERS, countEveryEntity, countParameters } from '../every-entity.ts'
import type { Span } from '../plan-count.ts'

/** What entities are ranked by, from the counts of one model version. */
export type Measure = 'TWEETS' | 'NET_SENTIMENT' | 'CHANGE'

export interface Ranking {
  readonly measure: Measure
  readonly direction: SortDirection
  readonly modelVersionId: string
  readonly span: Span
  /** As in `TimeRange`. */
  readonly dated?: boolean | null
  /** What `CHANGE` compares with; null for the other measures. */
  readonly spanBefore: Span | null
  /** Part of a name or alias; null or blank ranks all entities. */
  readonly search: string | null
}

export interface RankedEntity extends Entity {
  /** What it is ranked by; null without evidence. */
  readonly value: number | null
}

/** The value of an entity, null without evidence, and its key. */
export type RankPosition = readonly [value: number | null, key: string]

const netSentiment = (span: 0 | 1) =>
  `(positive_${span} - negative_${span})::float8 / nullif(positive_${span} + negative_${span}, 0)`

/** The same operations on the same numbers as in `netSentiment` and `sentimentDifference`, so that the order is that of their values. */
const VALUES: Record<Measure, string> = {
  TWEETS: 'nullif(total_0, 0)::float8',
  NET_SENTIMENT: netSentiment(0),
  CHANGE: `${netSentiment(0)} - ${netSentiment(1)}`,
}

/** Number of the first parameter behind those of the counts and the search. */
const POSITION = COUNT_PARAMETERS + 2

/**
 * Sorted by a rank that rises in either direction and is infinite without evidence, so that one comparison of rows says what is behind a
 * position. A rank that is not finite is never a value: those are quotients of counts.
 */
function rankStatement(measure: Measure, direction: SortDirection, isBackward: boolean): string {
  const [comparison, order] = isBackward ? ['<', 'DESC'] : ['>', 'ASC']
  return `${countEveryEntity(isFound(COUNT_PARAMETERS + 1))}, measured AS (
    SELECT id, ${VALUES[measure]} AS value FROM counted
  ), ranked AS (
    SELECT ${ENTITY_COLUMNS}, value, coalesce(${direction === 'asc' ? '' : '-'}value, 'Infinity') AS rank
    FROM measured JOIN entity USING (id)
  )
  SELECT id, name, key, "aliasOfId", "createdAt", value FROM ranked
  WHERE $${POSITION}::float8 IS NULL OR (rank, key) ${comparison} ($${POSITION}, $${POSITION + 1}::text)
  ORDER BY rank ${order}, key ${order} LIMIT $${POSITION + 2}`
}

/**
 * One page of the ranking of all entities in reading direction, and one entity more if the list goes on; in one statement and so in one
 * snapshot. Entities without evidence come last in either direction; those with equal values are in the order of their keys.
 */
export async function rankEntities(
  pool: Pool,
  { measure, direction, modelVersionId, span, dated = null, spanBefore, search }: Ranking,
  { size, isBackward, start }: KeysetPage<RankPosition>,
): Promise<readonly RankedEntity[]> {
  const part = searchedKey(search)
  if (part === undefined) return []
  const [value, key] = start ?? [null, null]
  const rank = value === null ? Number.POSITIVE_INFINITY : direction === 'asc' ? value : -value
  const { rows } = await pool.query<RankedEntity>(rankStatement(measure, direction, isBackward), [
    ...countParameters(modelVersionId, spanBefore === null ? [span] : [span, spanBefore], dated),
    part,
    start === null ? null : rank,
    key,
    size + 1,
  ])
  return rows
}
