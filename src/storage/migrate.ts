import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { UsageError } from '../problem/problem.ts'

/** The lock of `prisma migrate`, so that both never run at the same time. */
const MIGRATION_LOCK = 72_707_369

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

export interface Migration {
  readonly name: string
  readonly sql: string
  /** sha256 of the file, in hex, as computed by Prisma. */
  readonly checksum: string
}

interface AppliedMigration {
  readonly migration_name: string
  readonly checksum: string
  readonly isFinished: boolean
}

/** The migrations of a directory in the order of their names. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  return Promise.all(
    names.sort().map(async name => {
      const content = await readFile(join(folder, name, 'migration.sql'))
      return { name, sql: content.toString(), checksum: createHash('sha256').update(content).digest('hex') }
    }),
  )
}

/**
 * Brings a database up to date, one transaction per migration, with a history that is compatible with `prisma migrate
 * deploy`. Any number of processes may call it concurrently. Throws a `UsageError` if the database's history is not a
 * prefix of ours.
 *
 * @returns the names of the migrations that this call applied.
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[]): Promise<readonly string[]> {
  if (pending(migrations, await appliedMigrations(client)).length === 0) return []
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await client.query(HISTORY_TABLE)
    const todo = pending(migrations, await appliedMigrations(client))
    for (const migration of todo) await apply(client, migration)
    return todo.map(migration => migration.name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

async function appliedMigrations(client: ClientBase): Promise<readonly AppliedMigration[]> {
  const { rows: tables } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "exists"`)
  if (!tables[0]?.exists) return []
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS "isFinished"
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows
}

/** Returns the migrations that are not applied yet. Pure. */
function pending(migrations: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  const ours = new Map(migrations.map(migration => [migration.name, migration]))
  for (const { migration_name: name, checksum, isFinished } of applied) {
    if (!isFinished) {
      throw new UsageError(`The database's migration ${name} is incomplete: fix it with \`prisma migrate resolve\`.`)
    }
    const migration = ours.get(name)
    if (migration === undefined) {
      throw new UsageError(
        `The database is newer than this version of Pulso: it has the unknown migration ${name}. Start the version that applied it, or a later one.`,
      )
    }
    if (migration.checksum !== checksum) {
      throw new UsageError(
        `The migration ${name} differs from the one that was applied to the database: restore prisma/migrations/${name}/migration.sql, and put the change into a new migration.`,
      )
    }
  }
  const done = new Set(applied.map(migration => migration.migration_name))
  return migrations.filter(migration => !done.has(migration.name))
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
