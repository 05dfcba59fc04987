import type { Pool } from 'pg'

/** The ids of uploads that an open import still reads. */
export async function uploadsInUse(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ uploadId: string }>(
    `SELECT upload_id AS "uploadId" FROM import_job
     WHERE status IN ('QUEUED', 'RUNNING', 'CANCELING') AND upload_id IS NOT NULL`,
  )
  return rows.map(({ uploadId }) => uploadId)
}
