import type { Pool, PoolClient } from 'pg'

/** Ids of the versions that are used if none is named. */
export interface Selection {
  /** Null before the first start. */
  readonly activeId: string | null
  /** The summary model; null before the first start. */
  readonly summaryId: string | null
  /** The summary model has classified every stored mention, and the database rejects rows that would change that. */
  readonly isSummaryComplete: boolean
  /** The active version was promoted explicitly, not activated by a release. */
  readonly isPromoted: boolean
}

const READ = `
  SELECT (SELECT id FROM model_version WHERE role = 'ACTIVE') AS "activeId", shown_id AS "summaryId",
    is_shown_complete AS "isSummaryComplete", is_promoted AS "isPromoted"
  FROM model_selection`

export async function readSelection(database: Pool | PoolClient): Promise<Selection> {
  return onlyRow(await database.query<Selection>({ name: 'read selection', text: READ }))
}

/** Reads the selection and locks it until the transaction ends. */
export async function lockSelection(client: PoolClient): Promise<Selection> {
  await client.query('SELECT 1 FROM model_selection FOR UPDATE')
  return readSelection(client)
}

function onlyRow({ rows: [row] }: { readonly rows: readonly Selection[] }): Selection {
  if (row === undefined) throw new Error('The table model_selection has lost its row.')
  return row
}
