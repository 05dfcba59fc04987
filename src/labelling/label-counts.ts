import type { Pool } from 'pg'
import type { Label } from '../labels.ts'
import type { TimeRange } from '../time/time-range.ts'

/** Number of mentions with each human label. */
export interface HumanLabelCounts {
  readonly positive: number
  readonly neutral: number
  readonly negative: number
  readonly irrelevant: number
  /** Labelled by a person, alone or beside a file. */
  readonly byPeople: number
  /** Annotators gave different labels, and none was adjudicated. */
  readonly disputed: number
}

const COUNTED = `label, count(*)::int AS count, (count(*) FILTER (WHERE annotator <> 'file' OR annotator_count > 1))::int AS "byPeople",
  (count(*) FILTER (WHERE is_disputed))::int AS disputed`

const COUNT_ALL = `
  SELECT entity_id AS "entityId", ${COUNTED} FROM human_label WHERE entity_id = ANY($1::uuid[]) GROUP BY entity_id, label`

/** $2 a model version that has classified every mention, $3 and $4 the range. */
const COUNT_IN_RANGE = `
  SELECT h.entity_id AS "entityId", ${COUNTED.replace('label,', 'h.label,')}
  FROM human_label AS h JOIN classification AS c
    ON c.tweet_id = h.tweet_id AND c.entity_id = h.entity_id AND c.model_version_id = $2
  WHERE h.entity_id = ANY($1::uuid[]) AND ($3::timestamptz IS NULL OR c.counted_at >= $3)
    AND ($4::timestamptz IS NULL OR c.counted_at < $4)
  GROUP BY h.entity_id, h.label`

interface CountRow {
  readonly entityId: string
  readonly label: Label
  readonly count: number
  readonly byPeople: number
  readonly disputed: number
}

/** The counts of each entity in a range. Same length and order as the input. */
export async function countHumanLabels(
  pool: Pool,
  entityIds: readonly string[],
  modelVersionId: string,
  { from, to }: Pick<TimeRange, 'from' | 'to'>,
): Promise<readonly HumanLabelCounts[]> {
  const { rows } =
    from === null && to === null
      ? await pool.query<CountRow>(COUNT_ALL, [entityIds])
      : await pool.query<CountRow>(COUNT_IN_RANGE, [entityIds, modelVersionId, from, to])
  return entityIds.map(id => {
    const own = rows.filter(({ entityId }) => entityId === id)
    const of = (label: Label) => own.find(row => row.label === label)?.count ?? 0
    return {
      positive: of('POSITIVE'),
      neutral: of('NEUTRAL'),
      negative: of('NEGATIVE'),
      irrelevant: of('IRRELEVANT'),
      byPeople: own.reduce((sum, row) => sum + row.byPeople, 0),
      disputed: own.reduce((sum, row) => sum + row.disputed, 0),
    }
  })
}
