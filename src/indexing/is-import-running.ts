import type { Pool } from 'pg'

/** One that nobody carries on any more does not count. */
const READ = `
  SELECT EXISTS (SELECT FROM import_job WHERE status = 'RUNNING' AND leased_until > clock_timestamp()) AS "isRunning"`

/** Whether any process on the database stores the rows of a file at the moment. */
export async function isImportRunning(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ isRunning: boolean }>({ name: 'is import running', text: READ })
  return rows[0]?.isRunning ?? false
}
