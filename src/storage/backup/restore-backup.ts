import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { UsageError } from '../../problem/problem.ts'
import { failureCode } from '../connection-failure.ts'
import { NO_ENTITY_ID } from '../no-entity.ts'
import { type BackupTable, quoted, readBackupTables } from './backup-tables.ts'
import type { Backup } from './open-backup.ts'

export interface Restoring {
  readonly signal: AbortSignal
  /** Before each table. */
  readonly onTable?: (name: string) => void
}

/** Tables with rows that the migrations write. Of `entity`, only the row of "no entity" is one. */
const SEEDED: ReadonlySet<string> = new Set(['entity', 'indexing_lease', 'model_selection'])

/** The first table with a row that a server or a command has stored, such as a key; null if there is none. */
async function usedTable(client: ClientBase, tables: readonly BackupTable[]): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    [
      "SELECT 'entity' AS name FROM entity WHERE id <> $1",
      ...tables
        .filter(({ name }) => !SEEDED.has(name))
        .map(({ name }) => `SELECT '${name}' WHERE EXISTS (SELECT FROM ${quoted(name)})`),
    ].join(' UNION ALL '),
    [NO_ENTITY_ID],
  )
  return rows[0]?.name ?? null
}

const SEQUENCES = `
  SELECT table_name::text AS name, column_name::text AS column, pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
  FROM information_schema.columns
  WHERE table_schema = current_schema() AND table_name = ANY($1) AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`

/**
 * Loads a backup into an empty database with the same migrations, in one transaction: all of it, or nothing. Counts are loaded and not computed
 * anew, so triggers are off meanwhile. Throws a `UsageError` if the database is in use, or the backup does not fit. The client must have no
 * limits of time.
 */
export async function restoreBackup(
  client: ClientBase,
  { manifest, rows }: Backup,
  { signal, onTable }: Restoring,
): Promise<void> {
  await client.query('BEGIN')
  try {
    const tables = await readBackupTables(client)
    const used = await usedTable(client, tables)
    if (used !== null) {
      throw new UsageError(`The database already has data, in the table ${used}. Restore into a new, empty database.`)
    }
    const unknown = manifest.tables.filter(({ name }) => !tables.some(table => table.name === name))
    if (unknown.length > 0) throw new UsageError(`The backup has the unknown table ${unknown[0]?.name}.`)
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
    // The rows of the migrations are in the backup as well.
    for (const { name } of tables.toReversed()) await client.query(`DELETE FROM ${quoted(name)}`)
    for (const { name } of tables) {
      const part = manifest.tables.find(table => table.name === name)
      if (part === undefined) continue
      signal.throwIfAborted()
      onTable?.(name)
      const columns = part.columns.map(quoted).join(', ')
      const loading = client.query(copyFrom(`COPY ${quoted(name)} (${columns}) FROM STDIN (FORMAT csv, HEADER)`))
      await pipeline(await rows(name), loading, { signal }).catch(error => {
        throw /^22/.test(failureCode(error) ?? '') ? damaged(`${name}: ${(error as Error).message}`) : error
      })
      if (loading.rowCount !== part.rowCount) {
        throw damaged(`${name} has ${loading.rowCount} rows of ${part.rowCount}`)
      }
    }
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
    const { rows: sequences } = await client.query(SEQUENCES, [tables.map(({ name }) => name)])
    for (const { name, column, sequence } of sequences) {
      await client.query(
        `SELECT setval($1::regclass, coalesce((SELECT max(${quoted(column)}) FROM ${quoted(name)}), 0) + 1, false)`,
        [sequence],
      )
    }
    await client.query('COMMIT')
  } catch (error) {
    // Ending the session rolls back, also in the middle of a copy.
    throw signal.aborted ? signal.reason : error
  }
}

const damaged = (reason: string) => new UsageError(`The backup is damaged: ${reason}.`)
