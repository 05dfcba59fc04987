import type { PoolClient } from 'pg'
import { LABELS } from '../labels.ts'
import type { DayChange } from './count-terms.ts'

/**
 * The counts of one entity, version and day are the sum of runs: rows that hold terms and their counts, at most one of each level. What a
 * batch adds is a run of its own that takes in those of its level and below, and rises with its size, so that a busy day's many
 * words are written again a few times and not with each batch. A run may also hold what was taken back, below 0, until it meets what it
 * was taken from.
 */

/** Twice as many terms are a level more, from here on. */
const FIRST_LEVEL_TERMS = 128

/** Of a run with so many terms. */
export const levelOf = (terms: number): number =>
  terms < 2 * FIRST_LEVEL_TERMS ? 0 : Math.floor(Math.log2(terms / FIRST_LEVEL_TERMS))

/** As JSON, which is read several times as fast as PostgreSQL's own form of arrays. */
const TAKE = `
  DELETE FROM term_daily WHERE ctid = ANY (ARRAY(
    SELECT kept.ctid FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::int[]) AS wanted (entity_id, model_version_id, day, level)
    CROSS JOIN LATERAL (
      SELECT ctid FROM term_daily WHERE entity_id = wanted.entity_id AND model_version_id = wanted.model_version_id
        AND day = wanted.day AND level <= wanted.level OFFSET 0
    ) AS kept))
  RETURNING entity_id AS "entityId", model_version_id AS "modelVersionId", day::text,
    json_build_array(terms, positive, neutral, negative, irrelevant) AS columns`

const WRITE = `
  INSERT INTO term_daily (entity_id, model_version_id, day, level, terms, positive, neutral, negative, irrelevant)
  SELECT "entityId", "modelVersionId", day, level, terms, positive, neutral, negative, irrelevant
  FROM json_to_recordset($1::json) AS given ("entityId" uuid, "modelVersionId" uuid, day date, level int,
    terms text[], positive int[], neutral int[], negative int[], irrelevant int[])`

interface KeptRun extends Pick<DayChange, 'entityId' | 'modelVersionId' | 'day'> {
  /** The terms, and the counts of each label. */
  readonly columns: readonly [readonly string[], ...(readonly number[])[]]
}

/** Adds what has changed, one run a day. To be called by one session at a time. */
export async function addRuns(client: PoolClient, changes: readonly DayChange[]): Promise<void> {
  const settled: DayChange[] = []
  for (let carried = changes; carried.length > 0; ) {
    const taken = await takeRuns(client, carried)
    const grown: DayChange[] = []
    for (const run of carried) {
      const met = taken.get(keyOf(run)) ?? []
      const sum = met.length === 0 ? run : { ...run, changes: sumOf(run, met) }
      // A larger run may meet others; one that is not met them all.
      if (levelOf(sum.changes.size) > levelOf(run.changes.size)) grown.push(sum)
      else if (sum.changes.size > 0) settled.push(sum)
    }
    carried = grown
  }
  await client.query({ name: 'write term runs', text: WRITE, values: [JSON.stringify(settled.map(rowOf))] })
}

async function takeRuns(
  client: PoolClient,
  runs: readonly DayChange[],
): Promise<ReadonlyMap<string, readonly KeptRun[]>> {
  const values = [
    runs.map(({ entityId }) => entityId),
    runs.map(({ modelVersionId }) => modelVersionId),
    runs.map(({ day }) => day),
    runs.map(({ changes }) => levelOf(changes.size)),
  ]
  const { rows } = await client.query<KeptRun>({ name: 'take term runs', text: TAKE, values })
  const taken = new Map<string, KeptRun[]>()
  for (const run of rows) {
    const met = taken.get(keyOf(run))
    if (met === undefined) taken.set(keyOf(run), [run])
    else met.push(run)
  }
  return taken
}

const keyOf = ({ entityId, modelVersionId, day }: Omit<KeptRun, 'columns'>) => `${entityId} ${modelVersionId} ${day}`

/** Terms without any count go. */
function sumOf({ changes }: DayChange, runs: readonly KeptRun[]): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, number[]>()
  for (const [term, counts] of changes) sums.set(term, [...counts])
  for (const { columns } of runs) {
    const [terms, ...counts] = columns
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place] as string
      const sum = sums.get(term)
      if (sum === undefined)
        sums.set(
          term,
          counts.map(column => column[place] ?? 0),
        )
      else
        for (let label = 0; label < sum.length; label++) sum[label] = (sum[label] ?? 0) + (counts[label]?.[place] ?? 0)
    }
  }
  for (const [term, counts] of sums) if (counts.every(count => count === 0)) sums.delete(term)
  return sums
}

function rowOf({ entityId, modelVersionId, day, changes }: DayChange) {
  const counts = [...changes.values()]
  const columns = LABELS.map((label, place) => [label.toLowerCase(), counts.map(each => each[place] ?? 0)] as const)
  const level = levelOf(changes.size)
  return { entityId, modelVersionId, day, level, terms: [...changes.keys()], ...Object.fromEntries(columns) }
}
