import type { PoolClient } from 'pg'
import type { DayChange } from './count-terms.ts'
import { addRuns } from './term-runs.ts'

const ADD_TO_TOTALS = `
  INSERT INTO term_total AS stored (model_version_id, term, count)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[])
  ON CONFLICT (model_version_id, term) DO UPDATE SET count = stored.count + excluded.count`

const REMOVE_EMPTY_TOTALS = `
  DELETE FROM term_total AS stored USING unnest($1::uuid[], $2::text[]) AS changed (model_version_id, term)
  WHERE (stored.model_version_id, stored.term) = (changed.model_version_id, changed.term) AND stored.count = 0`

/** Adds the changes to the daily counts and to the totals. Only the holder of the indexing lease may do so; no other process waits for it. */
export async function writeTermCounts(client: PoolClient, changes: readonly DayChange[]): Promise<void> {
  if (changes.length === 0) return
  await addRuns(client, changes)
  await addToTotals(client, changes)
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
  if (changed.some(({ amount }) => amount < 0)) await client.query(REMOVE_EMPTY_TOTALS, [versions, terms])
}
