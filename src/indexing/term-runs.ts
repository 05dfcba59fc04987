import type { PoolClient } from 'pg'
import { LABELS } from '../labels.ts'
import type { DayChange } from './count-terms.ts'

/**
 * The counts of one entity, version and day are the sum of runs, as in a log-structured merge tree. A run is a row with terms and their counts;
 * each level has at most one. A batch adds a run, which is merged with the runs of its level and below, and rises to the level of its size. The
 * many terms of a busy day are therefore rewritten only a few times, and not with each batch. Counts in a run may be negative until the run is
 * merged with the one that they are subtracted from.
 */

/** From here on, each doubling of the terms is one level more. */
const FIRST_LEVEL_TERMS = 128

/** The level of a run with this number of terms. */
export const levelOf = (terms: number): number =>
  terms < 2 * FIRST_LEVEL_TERMS ? 0 : Math.floor(Math.log2(terms / FIRST_LEVEL_TERMS))

/** Returns JSON, which is parsed several times as fast as PostgreSQL's text format of arrays. */
const TAKE = `
  DELETE FROM term_daily WHERE ctid = ANY (ARRAY(
    SELECT run.ctid FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::int[]) AS wanted (entity_id, model_version_id, day, level)
    CROSS JOIN LATERAL (
      SELECT ctid FROM term_daily WHERE entity_id = wanted.entity_id AND model_version_id = wanted.model_version_id
        AND day = wanted.day AND level <= wanted.level OFFSET 0
    ) AS run))
  RETURNING entity_id AS "entityId", model_version_id AS "modelVersionId", day::text,
    json_build_array(terms, positive, neutral, negative, irrelevant) AS columns`

const WRITE = `
  INSERT INTO term_daily (entity_id, model_version_id, day, level, terms, positive, neutral, negative, irrelevant)
  SELECT "entityId", "modelVersionId", day, level, terms, positive, neutral, negative, irrelevant
  FROM json_to_recordset($1::json) AS given ("entityId" uuid, "modelVersionId" uuid, day date, level int,
    terms text[], positive int[], neutral int[], negative int[], irrelevant int[])`

interface StoredRun extends Pick<DayChange, 'entityId' | 'modelVersionId' | 'day'> {
  /** The terms, then one array of counts for each label. */
  readonly columns: readonly [readonly string[], ...(readonly number[])[]]
}

/** Adds one run for each day. Only one session at a time may call this. */
export async function addRuns(client: PoolClient, changes: readonly DayChange[]): Promise<void> {
  const settled: DayChange[] = []
  for (let pending = changes; pending.length > 0; ) {
    const taken = await takeRuns(client, pending)
    const grown: DayChange[] = []
    for (const run of pending) {
      const mergeable = taken.get(keyOf(run)) ?? []
      const sum = mergeable.length === 0 ? run : { ...run, changes: sumOf(run, mergeable) }
      // A run that rose to a higher level has to be merged with the runs there.
      if (levelOf(sum.changes.size) > levelOf(run.changes.size)) grown.push(sum)
      else if (sum.changes.size > 0) settled.push(sum)
    }
    pending = grown
  }
  await client.query({ name: 'write term runs', text: WRITE, values: [JSON.stringify(settled.map(rowOf))] })
}

async function takeRuns(
  client: PoolClient,
  runs: readonly DayChange[],
): Promise<ReadonlyMap<string, readonly StoredRun[]>> {
  const values = [
    runs.map(({ entityId }) => entityId),
    runs.map(({ modelVersionId }) => modelVersionId),
    runs.map(({ day }) => day),
    runs.map(({ changes }) => levelOf(changes.size)),
  ]
  const { rows } = await client.query<StoredRun>({ name: 'take term runs', text: TAKE, values })
  const taken = new Map<string, StoredRun[]>()
  for (const run of rows) {
    const ofDay = taken.get(keyOf(run))
    if (ofDay === undefined) taken.set(keyOf(run), [run])
    else ofDay.push(run)
  }
  return taken
}

const keyOf = ({ entityId, modelVersionId, day }: Omit<StoredRun, 'columns'>) => `${entityId} ${modelVersionId} ${day}`

/** The sum of a change and stored runs, without terms whose counts are all 0. */
function sumOf({ changes }: DayChange, runs: readonly StoredRun[]): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, number[]>()
  for (const [term, counts] of changes) sums.set(term, [...counts])
  for (const { columns } of runs) {
    const [terms, ...counts] = columns
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index] as string
      const sum = sums.get(term)
      if (sum === undefined)
        sums.set(
          term,
          counts.map(column => column[index] ?? 0),
        )
      else
        for (let label = 0; label < sum.length; label++) sum[label] = (sum[label] ?? 0) + (counts[label]?.[index] ?? 0)
    }
  }
  for (const [term, counts] of sums) if (counts.every(count => count === 0)) sums.delete(term)
  return sums
}

function rowOf({ entityId, modelVersionId, day, changes }: DayChange) {
  const counts = [...changes.values()]
  const columns = LABELS.map((label, index) => [label.toLowerCase(), counts.map(each => each[index] ?? 0)] as const)
  const level = levelOf(changes.size)
  return { entityId, modelVersionId, day, level, terms: [...changes.keys()], ...Object.fromEntries(columns) }
}
