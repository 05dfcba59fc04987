import type { Pool } from 'pg'
import { COUNT_PARAMETERS, countEveryEntity, countParameters } from '../every-entity.ts'
import type { Span } from '../plan-count.ts'

/** The number of classifications of one entity, and of all entities together. */
export interface Voice {
  readonly own: number
  readonly all: number
}

/** One model version in one span of time. */
export interface VoiceScope {
  readonly modelVersionId: string
  readonly span: Span
  /** As in `TimeRange`. */
  readonly dated?: boolean | null
}

const VOICES = `${countEveryEntity('TOTAL', "entity.key <> ''")}
  SELECT id, total_0::float8 AS own, (SELECT sum(total_0) FROM counted)::float8 AS "all" FROM counted
  WHERE id = ANY ($${COUNT_PARAMETERS + 1}::uuid[])`

/** The voices of these entities by their ids, in one query and so in one snapshot. An unknown entity has none. */
export async function readVoices(
  pool: Pool,
  { modelVersionId, span, dated = null }: VoiceScope,
  entityIds: readonly string[],
): Promise<ReadonlyMap<string, Voice>> {
  const values = [...countParameters(modelVersionId, [span], dated), entityIds]
  const { rows } = await pool.query<Voice & { id: string }>(VOICES, values)
  return new Map(rows.map(({ id, ...voice }) => [id, voice]))
}
