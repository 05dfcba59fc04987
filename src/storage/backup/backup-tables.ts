import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ClientBase } from 'pg'

/** A table with the columns that a backup has. */
export interface BackupTable {
  readonly name: string
  readonly columns: readonly string[]
}

const SCHEMA = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url))

const TABLES = `
  SELECT t.table_name::text AS name, array_agg(c.column_name::text ORDER BY c.ordinal_position) AS columns
  FROM information_schema.tables AS t JOIN information_schema.columns AS c USING (table_schema, table_name)
  WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND t.table_name = ANY($1) AND c.is_generated = 'NEVER'
  GROUP BY t.table_name ORDER BY t.table_name`

const REFERENCES = `
  SELECT own.relname::text AS "from", other.relname::text AS "to"
  FROM pg_constraint AS c JOIN pg_class AS own ON own.oid = c.conrelid JOIN pg_class AS other ON other.oid = c.confrelid
  WHERE c.contype = 'f' AND own.relnamespace = current_schema()::regnamespace AND own.oid <> other.oid`

/** The tables of Pulso in this database, in an order in which no row refers to a later table. Other tables of the schema are left alone. */
export async function readBackupTables(client: ClientBase): Promise<readonly BackupTable[]> {
  const names = [...(await readFile(SCHEMA, 'utf8')).matchAll(/@@map\("(\w+)"\)/g)].map(([, name]) => name)
  const { rows: tables } = await client.query<BackupTable>(TABLES, [names])
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES)
  const ordered: BackupTable[] = []
  const isPlaced = (name: string) => ordered.some(table => table.name === name)
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name }) => !isPlaced(name) && references.every(({ from, to }) => from !== name || isPlaced(to)),
    )
    if (next === undefined) throw new Error('The foreign keys of the tables form a circle.')
    ordered.push(next)
  }
  return ordered
}

/** A name that is safe in SQL. The names are those of our own schema. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
