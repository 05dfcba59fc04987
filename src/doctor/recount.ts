import type { Pool } from 'pg'
import { LABELS, UNREAD_REASONS } from '../labels.ts'
import { longStatement } from '../storage/long-statement.ts'
import { type Finding, fault, ok } from './finding.ts'

const NAMES = LABELS.map(label => label.toLowerCase())
const KEYS = ['entity_id', 'model_version_id', 'bucket_start', 'is_undated']
const COLUMNS = [
  ...KEYS,
  ...NAMES,
  ...NAMES.map(name => `uncertain_${name}`),
  ...UNREAD_REASONS.map(reason => reason.toLowerCase()),
]

const counted = (bucketStart: string) => `
  SELECT entity_id, model_version_id, ${bucketStart}, is_undated,
    ${LABELS.map(label => `count(*) FILTER (WHERE unread_reason IS NULL AND label = '${label}')::int`).join(', ')},
    ${LABELS.map(label => `count(*) FILTER (WHERE unread_reason IS NULL AND is_uncertain AND label = '${label}')::int`).join(', ')},
    ${UNREAD_REASONS.map(reason => `count(*) FILTER (WHERE unread_reason = '${reason}')::int`).join(', ')}
  FROM classification GROUP BY 1, 2, 3, 4`

const DIFFERENT = (table: string, bucketStart: string) => `
  SELECT count(*)::int AS count FROM (
    SELECT DISTINCT ${KEYS.join(', ')} FROM (
      (SELECT ${COLUMNS.join(', ')} FROM ${table} EXCEPT ALL ${counted(bucketStart)})
      UNION ALL
      (SELECT * FROM (${counted(bucketStart)}) AS c (${COLUMNS.join(', ')}) EXCEPT ALL SELECT ${COLUMNS.join(', ')} FROM ${table})
    ) AS different
  ) AS bucket`

/** Both tables of counts, and the beginning of a bucket. Arithmetic, and not the functions that the triggers use. */
const ROLLUPS: readonly (readonly [table: string, bucketStart: string])[] = [
  ['sentiment_rollup', 'to_timestamp(floor(extract(epoch FROM counted_at) / 900) * 900)'],
  ['sentiment_rollup_daily', `date_trunc('day', counted_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`],
]

/** Compares the stored counts with a new count over all classifications. Takes seconds for a million. */
export async function recount(pool: Pool): Promise<Finding> {
  let different = 0
  for (const [table, bucketStart] of ROLLUPS) {
    const { rows } = await longStatement<{ count: number }>(pool, DIFFERENT(table, bucketStart))
    different += rows[0]?.count ?? 0
  }
  if (different === 0) return ok('counts', 'The stored counts equal a new count of all classifications.')
  return fault(
    'counts',
    `${different === 1 ? '1 stored count differs' : `${different.toLocaleString('en')} stored counts differ`} from a new count of all classifications.`,
    'Report it with the version of Pulso, and restore a backup into a new database: it has counts of its own.',
  )
}
