import type { Readable, Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { ZipFile } from 'yazl'
import { VERSION } from '../../version.ts'
import { quoted, readBackupTables } from './backup-tables.ts'
import { MANIFEST, type Manifest, partOf } from './manifest.ts'

export interface WritingBackup {
  readonly signal: AbortSignal
  /** Before each table. */
  readonly onTable?: (name: string) => void
}

/**
 * Writes all tables in one consistent snapshot to a ZIP archive: a CSV file with a header for each table, as PostgreSQL's COPY writes it, and
 * the manifest. The client must have no limits of time. Rows that are written meanwhile are not in it.
 */
export async function writeBackup(
  client: ClientBase,
  output: Writable,
  { signal, onTable }: WritingBackup,
): Promise<Manifest> {
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    // The first statement takes the snapshot.
    const { rows: migrations } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
    )
    const { rows: clock } = await client.query<{ now: Date }>('SELECT now() AS now')
    const zip = new ZipFile()
    const written = pipeline(zip.outputStream, output, { signal })
    const tables: Manifest['tables'] = []
    const write = async () => {
      for (const { name, columns } of await readBackupTables(client)) {
        signal.throwIfAborted()
        onTable?.(name)
        const rows = client.query(
          copyTo(`COPY (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)}) TO STDOUT (FORMAT csv, HEADER)`),
        )
        zip.addReadStream(rows, partOf(name))
        await finished(rows, { signal })
        tables.push({ name, columns: [...columns], rowCount: rows.rowCount })
      }
    }
    const createdAt = (clock[0]?.now ?? new Date(0)).toISOString()
    const done = write().then(() => {
      const manifest: Manifest = {
        format: 1,
        version: VERSION,
        createdAt,
        migrations: migrations.map(({ name }) => name),
        tables,
      }
      zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST)
      zip.end()
      return manifest
    })
    // A failure of either ends the other.
    done.catch(error => (zip.outputStream as Readable).destroy(error))
    const [manifest] = await Promise.all([done, written])
    await client.query('COMMIT')
    return manifest
  } catch (error) {
    // The session is in the middle of a copy, so the caller has to end it.
    throw signal.aborted ? signal.reason : error
  }
}
