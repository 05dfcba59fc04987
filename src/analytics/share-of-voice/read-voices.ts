import type { Pool } from 'pg'
import { NO_ENTITY_ID } from '../../storage/no-entity.ts'
import { planCount, type Span } from '../plan-count.ts'
import { timestampOf } from '../read-counts.ts'

/** How many classifications an entity has, and all entities have together. */
export interface Voice {
  readonly own: number
  readonly all: number
}

/** Which voices are asked for: of one model version in one span of time. */
export interface VoiceScope {
  readonly modelVersionId: string
  readonly span: Span
}

const sumSegments = (first: number, table: string, time: string, count: string) => `
      SELECT s.sign * (SELECT ${count} FROM ${table} AS t
        WHERE t.entity_id = entity.id AND t.model_version_id = $1::uuid AND t.${time} >= s.starts_at AND t.${time} < s.ends_at) AS count
      FROM unnest($${first}::int[], $${first + 1}::timestamptz[], $${first + 2}::timestamptz[]) AS s (sign, starts_at, ends_at)`

const ROLLUP_COUNT = 'sum(t.positive + t.neutral + t.negative + t.irrelevant)'

/**
 * $1 model version, $2 the row that stands for no entity, $3 the entities that are asked about; then sign and ends of the segments of days, of
 * quarters of an hour, and of rows, at most five in all. Entity by entity, because that is how the rollups are sorted: it reads a stretch of
 * an index for each, and no tweet but those in the quarters of an hour that the range cuts.
 */
const VOICES = `
  WITH voice AS MATERIALIZED (
    SELECT entity.id, coalesce(sum(part.count), 0) AS own
    FROM entity CROSS JOIN LATERAL (${sumSegments(4, 'sentiment_rollup_daily', 'bucket_start', ROLLUP_COUNT)}
      UNION ALL${sumSegments(7, 'sentiment_rollup', 'bucket_start', ROLLUP_COUNT)}
      UNION ALL${sumSegments(10, 'classification', 'counted_at', 'count(*)')}
    ) AS part
    WHERE entity.id <> $2::uuid
    GROUP BY entity.id
  )
  SELECT id, own::float8, (SELECT sum(own) FROM voice)::float8 AS "all" FROM voice WHERE id = ANY ($3::uuid[])`

/** The voices of these entities by their ids, in one query and so in one snapshot. An entity that is not there has none. */
export async function readVoices(
  pool: Pool,
  { modelVersionId, span }: VoiceScope,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, Voice>> {
  const { days, quarters, rows } = planCount([span])
  const voices = await pool.query<Voice & { id: string }>({
    name: 'read voices',
    text: VOICES,
    values: [
      modelVersionId,
      NO_ENTITY_ID,
      entityIds,
      ...[days, quarters, rows].flatMap(segments => [
        segments.map(({ sign }) => sign),
        segments.map(({ start }) => timestampOf(start)),
        segments.map(({ end }) => timestampOf(end)),
      ]),
    ],
  })
  return new Map(voices.rows.map(({ id, ...voice }) => [id, voice]))
}
