import type { PoolClient } from 'pg'
import { LABELS } from '../network/labels.ts'
import type { DayChange } from './count-terms.ts'

const COUNTS = 'terms, positive, neutral, negative, irrelevant'

/** Lateral, so that each is one look into the index. */
const READ = `
  SELECT place, ${COUNTS} FROM unnest($1::uuid[], $2::uuid[], $3::date[]) WITH ORDINALITY AS wanted (entity_id, model_version_id, day, place)
  CROSS JOIN LATERAL (
    SELECT * FROM term_daily
    WHERE entity_id = wanted.entity_id AND model_version_id = wanted.model_version_id AND day = wanted.day LIMIT 1
  ) AS kept`

const WRITE = `
  INSERT INTO term_daily (entity_id, model_version_id, day, ${COUNTS})
  SELECT "entityId", "modelVersionId", day, ${COUNTS}
  FROM json_to_recordset($1::json) AS given ("entityId" uuid, "modelVersionId" uuid, day date,
    terms text[], positive int[], neutral int[], negative int[], irrelevant int[])
  ON CONFLICT (entity_id, model_version_id, day) DO UPDATE SET terms = excluded.terms, positive = excluded.positive,
    neutral = excluded.neutral, negative = excluded.negative, irrelevant = excluded.irrelevant`

const FORGET = `
  DELETE FROM term_daily
  WHERE (entity_id, model_version_id, day) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::date[]))`

const ADD_TO_TOTALS = `
  INSERT INTO term_total AS kept (model_version_id, term, count)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[])
  ON CONFLICT (model_version_id, term) DO UPDATE SET count = kept.count + excluded.count`

const FORGET_TOTALS = `
  DELETE FROM term_total AS kept USING unnest($1::uuid[], $2::text[]) AS changed (model_version_id, term)
  WHERE (kept.model_version_id, kept.term) = (changed.model_version_id, changed.term) AND kept.count = 0`

type Column = 'positive' | 'neutral' | 'negative' | 'irrelevant'
const COLUMNS: readonly Column[] = ['positive', 'neutral', 'negative', 'irrelevant']

type DayCounts = { readonly terms: readonly string[] } & { readonly [column in Column]: readonly number[] }

/** Adds the changes to the daily counts and to the totals. Only the holder of the lease may do so, and nobody else waits for it. */
export async function writeTermCounts(client: PoolClient, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return
  const kept = await readDays(client, changes)
  const merged = changes.map((change, place) => ({ ...change, counts: mergeCounts(kept.get(place), change) }))
  const left = merged.filter(({ counts }) => counts.terms.length > 0)
  const rows = left.map(({ entityId, modelVersionId, day, counts }) => ({ entityId, modelVersionId, day, ...counts }))
  await client.query({ name: 'write term counts', text: WRITE, values: [JSON.stringify(rows)] })
  const empty = merged.filter(({ counts }) => counts.terms.length === 0)
  if (empty.length > 0) await client.query(FORGET, keysOf(empty))
  await addToTotals(client, changes)
}

async function readDays(client: PoolClient, changes: readonly DayChange[]): Promise<ReadonlyMap<number, DayCounts>> {
  const query = { name: 'read term counts', text: READ, values: keysOf(changes) }
  const { rows } = await client.query<DayCounts & { place: string }>(query)
  return new Map(rows.map(row => [Number(row.place) - 1, row]))
}

const keysOf = (changes: readonly DayChange[]): unknown[] => [
  changes.map(({ entityId }) => entityId),
  changes.map(({ modelVersionId }) => modelVersionId),
  changes.map(({ day }) => day),
]

/** Terms without any count go; those that stay keep their place. */
function mergeCounts(kept: DayCounts | undefined, { changes }: DayChange): DayCounts {
  const counts = new Map<string, readonly number[]>(
    (kept?.terms ?? []).map((term, place) => [term, COLUMNS.map(column => kept?.[column][place] ?? 0)]),
  )
  for (const [term, change] of changes) {
    const before = counts.get(term)
    const after = change.map((amount, label) => amount + (before?.[label] ?? 0))
    if (after.some(count => count !== 0)) counts.set(term, after)
    else counts.delete(term)
  }
  const columnOf = (label: (typeof LABELS)[number]) =>
    [...counts.values()].map(count => count[LABELS.indexOf(label)] ?? 0)
  return {
    terms: [...counts.keys()],
    positive: columnOf('POSITIVE'),
    neutral: columnOf('NEUTRAL'),
    negative: columnOf('NEGATIVE'),
    irrelevant: columnOf('IRRELEVANT'),
  }
}

async function addToTotals(client: PoolClient, days: readonly DayChange[]): Promise<void> {
  const amounts = new Map<string, Map<string, number>>()
  for (const { modelVersionId, changes } of days) {
    const terms = amounts.get(modelVersionId) ?? new Map<string, number>()
    amounts.set(modelVersionId, terms)
    for (const [term, change] of changes) {
      terms.set(term, (terms.get(term) ?? 0) + change.reduce((sum, amount) => sum + amount, 0))
    }
  }
  const changed = [...amounts].flatMap(([modelVersionId, terms]) =>
    [...terms].flatMap(([term, amount]) => (amount === 0 ? [] : [{ modelVersionId, term, amount }])),
  )
  if (changed.length === 0) return
  const [versions, terms] = [changed.map(({ modelVersionId }) => modelVersionId), changed.map(({ term }) => term)]
  const values = [versions, terms, changed.map(({ amount }) => amount)]
  await client.query({ name: 'add to term totals', text: ADD_TO_TOTALS, values })
  if (changed.some(({ amount }) => amount < 0)) await client.query(FORGET_TOTALS, [versions, terms])
}
