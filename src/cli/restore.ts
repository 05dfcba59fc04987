import { Command } from 'commander'
import type { Config, ReadConfig } from '../config.ts'
import { UsageError } from '../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../process/signals.ts'
import type { Backup } from '../storage/backup/open-backup.ts'
import { explainFileError } from '../tables/file-error.ts'
import { explainLostDatabase } from './lost-database.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { shownReport } from './output/shown-records.ts'

const EXAMPLES = `
Examples:
  $ pulso restore pulso.zip
  $ DATABASE_URL=postgresql://pulso@db.example/pulso_restored pulso restore pulso.zip
  $ PULSO_DATA_DIR=/var/lib/pulso-restored pulso restore pulso.zip

Loads a file of pulso backup into a new, empty database, in one transaction: all of it, or nothing. Backups of older
versions are brought up to date. No server may have used the database before.

Exit codes:
  0    everything is restored
  1    lost the database connection; nothing is restored
  2    invalid command, file or database; nothing is restored
  130  interrupted by Ctrl-C; nothing is restored`

const DATABASE_GONE = 1

export function restoreCommand(readConfig: ReadConfig): Command {
  return new Command('restore')
    .description('load a backup into a new, empty database')
    .argument('<file>', 'a file that pulso backup wrote')
    .addOption(outputFormatOption('output format of the report'))
    .addHelpText('after', EXAMPLES)
    .action((file: string, { format }: { readonly format: OutputFormat }) => runRestore(file, format, readConfig()))
}

async function runRestore(file: string, format: OutputFormat, config: Config): Promise<void> {
  const { openBackup } = await import('../storage/backup/open-backup.ts')
  const interruption = listenForInterruption()
  try {
    const backup = await openBackup(file).catch(error => {
      throw explainFileError(error, file)
    })
    try {
      await load(backup, config, interruption)
    } finally {
      backup.close()
    }
    const { createdAt, tables } = backup.manifest
    const rowCount = tables.reduce((sum, table) => sum + table.rowCount, 0)
    const text = () =>
      `Restored ${rowCount.toLocaleString('en')} rows of ${tables.length} tables, as of ${createdAt}. Folders of your own models must be where PULSO_MODELS says.`
    process.stdout.write(shownReport(format, { file, createdAt, tableCount: tables.length, rowCount }, text))
  } catch (error) {
    if (interruption.signal.aborted) {
      throw new UsageError('Interrupted. Nothing was restored.', interruption.exitCode() ?? undefined)
    }
    throw await explainLostDatabase(error, { exitCode: DATABASE_GONE, advice: 'Nothing was restored.' })
  } finally {
    interruption.stopListening()
  }
}

async function load(backup: Backup, config: Config, { signal }: Interruption): Promise<void> {
  const { MIGRATIONS, openStorage } = await import('../storage/open-storage.ts')
  const { readMigrations } = await import('../storage/migrate.ts')
  const { openSession } = await import('../storage/backup/open-session.ts')
  const { restoreBackup } = await import('../storage/backup/restore-backup.ts')
  const log = (message: string) => console.error(message)
  const { manifest } = backup
  const ours = (await readMigrations(MIGRATIONS)).map(({ name }) => name)
  const lastMigration = manifest.migrations.at(-1) ?? null
  if (manifest.migrations.some((name, index) => ours[index] !== name)) {
    throw new UsageError(
      `The backup was written by Pulso ${manifest.version}, which this version does not know; use that version or a later one.`,
    )
  }
  const isOlder = manifest.migrations.length < ours.length
  const storage = await openStorage({ ...config, lastMigration }, log).catch(error => {
    if (!isOlder || !(error instanceof UsageError) || !error.message.includes('is newer than this version')) throw error
    throw new UsageError(
      'The backup is older than the tables of the database. Restore it into a new database that no version of Pulso has opened.',
    )
  })
  try {
    const session = await openSession(storage)
    try {
      await restoreBackup(session, backup, { signal })
    } finally {
      await session.end()
    }
  } finally {
    await storage.close()
  }
  // The other migrations, with the data.
  if (isOlder) await (await openStorage(config, log)).close()
}
