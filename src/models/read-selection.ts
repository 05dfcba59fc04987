import type { Pool, PoolClient } from 'pg'

/** Ids of the versions that are used where none is named. */
export interface Selection {
  /** Null before the first start. */
  readonly activeId: string | null
  /** The one that summaries show; null before the first start. */
  readonly shownId: string | null
  /** The shown one has classified every stored mention, and the database takes nothing that would change that. */
  readonly isShownComplete: boolean
  /** A person chose the active one. */
  readonly isPromoted: boolean
}

const READ = `
  SELECT (SELECT id FROM model_version WHERE role = 'ACTIVE') AS "activeId", shown_id AS "shownId",
    is_shown_complete AS "isShownComplete", is_promoted AS "isPromoted"
  FROM model_selection`

export async function readSelection(database: Pool | PoolClient): Promise<Selection> {
  return onlyRow(await database.query<Selection>({ name: 'read selection', text: READ }))
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockSelection(client: PoolClient): Promise<Selection> {
  await client.query('SELECT 1 FROM model_selection FOR UPDATE')
  return readSelection(client)
}

function onlyRow({ rows: [row] }: { readonly rows: readonly Selection[] }): Selection {
  if (row === undefined) throw new Error('The table model_selection has lost its row.')
  return row
}
