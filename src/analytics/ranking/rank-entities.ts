import type { Pool } from 'pg'
import { ENTITY_COLUMNS, isFound, searchedKey } from '../../entities/list-entities.ts'
import { STRATA } from '../../estimates/strata.ts'
import type { Entity } from '../../storage/generated/client/client.ts'
import type { KeysetPage, SortDirection } from '../../storage/keyset-page.ts'
import { COUNT_PARAMETERS, countEveryEntity, countParameters } from '../every-entity.ts'
import type { Span } from '../plan-count.ts'

/** What entities are ranked by, from the counts of one model version. */
export type Measure = 'TWEETS' | 'NET_SENTIMENT' | 'CHANGE'

/** The share of each stratum that counts as positive, and as negative. */
interface StratumWeights {
  readonly positive: readonly number[]
  readonly negative: readonly number[]
}

/** An entity with labels. */
interface LabelledWeights extends StratumWeights {
  readonly id: string
  /** Its labelled tweets, for each span of the ranking. */
  readonly known: readonly {
    readonly perStratum: readonly number[]
    readonly positive: number
    readonly negative: number
  }[]
}

/** How net sentiment is computed from the strata. */
export interface SentimentWeights {
  /** Of entities without labels. */
  readonly shared: StratumWeights
  readonly labelled: readonly LabelledWeights[]
}

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
  /** Not used if tweets are counted. */
  readonly weights: SentimentWeights
}

export interface RankedEntity extends Entity {
  /** What it is ranked by; null without evidence. */
  readonly value: number | null
}

/** The value of an entity, null without evidence, and its key. */
export type RankPosition = readonly [value: number | null, key: string]

/** Number of the first parameter behind those of the counts and the search. */
const POSITION = COUNT_PARAMETERS + 2
const WEIGHTS = POSITION + 3

/** The expected number of tweets with a label: the same operations on the same numbers, in the same order, as in `expectedCount`. */
const expectedCount = (label: 'positive' | 'negative', span: 0 | 1) => {
  const known = (position: number) => `coalesce(labelled.known_${span}[${position}], 0)`
  const terms = STRATA.map((_, stratum) => {
    const weight = `coalesce(labelled.${label}[${stratum + 1}], ($${WEIGHTS}::json #>> '{${label},${stratum}}')::float8)`
    return ` + greatest(s${stratum}_${span} - ${known(stratum + 1)}, 0)::float8 * ${weight}`
  })
  return `${known(STRATA.length + (label === 'positive' ? 1 : 2))}::float8${terms.join('')}`
}

/** As `netSentimentValue`, so that the order is that of the values that are shown. */
const netSentiment = (span: 0 | 1) =>
  `(positive_${span} - negative_${span}) / nullif(positive_${span} + negative_${span}, 0)`

const VALUES: Record<Measure, string> = {
  TWEETS: 'nullif(total_0, 0)::float8',
  NET_SENTIMENT: netSentiment(0),
  CHANGE: `${netSentiment(0)} - ${netSentiment(1)}`,
}

/** The table `measured` has the value of each entity. Those with labels have weights of their own, and tweets whose label is known. */
function measuredBy(measure: Measure): string {
  if (measure === 'TWEETS') return `measured AS (SELECT id, ${VALUES.TWEETS} AS value FROM counted)`
  const spans = measure === 'CHANGE' ? ([0, 1] as const) : ([0] as const)
  const counts = spans.flatMap(span =>
    (['positive', 'negative'] as const).map(label => `${expectedCount(label, span)} AS ${label}_${span}`),
  )
  return `expected AS (
    SELECT counted.id, ${counts.join(', ')}
    FROM counted LEFT JOIN json_to_recordset($${WEIGHTS + 1}::json)
      AS labelled (id uuid, positive float8[], negative float8[], known_0 int[], known_1 int[]) ON labelled.id = counted.id
  ), measured AS (SELECT id, ${VALUES[measure]} AS value FROM expected)`
}

/**
 * Sorted by a rank that rises in either direction and is infinite without evidence, so that one comparison of rows says what is behind a
 * position. A rank that is not finite is never a value: those are quotients of counts.
 */
function rankStatement(measure: Measure, direction: SortDirection, isBackward: boolean): string {
  const [comparison, order] = isBackward ? ['<', 'DESC'] : ['>', 'ASC']
  const counted = measure === 'TWEETS' ? 'TOTAL' : 'STRATA'
  return `${countEveryEntity(counted, isFound(COUNT_PARAMETERS + 1))}, ${measuredBy(measure)}, ranked AS (
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
  { measure, direction, modelVersionId, span, dated = null, spanBefore, search, weights }: Ranking,
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
    ...(measure === 'TWEETS' ? [] : [JSON.stringify(weights.shared), JSON.stringify(weights.labelled.map(rowOf))]),
  ])
  return rows
}

const rowOf = ({ id, positive, negative, known }: LabelledWeights) => ({
  id,
  positive,
  negative,
  ...Object.fromEntries(
    known.map((span, index) => [`known_${index}`, [...span.perStratum, span.positive, span.negative]]),
  ),
})
