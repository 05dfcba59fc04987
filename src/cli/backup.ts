import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Command } from 'commander'
import type { Config, ReadConfig } from '../config.ts'
import { UsageError } from '../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../process/signals.ts'
import type { Manifest } from '../storage/backup/manifest.ts'
import { explainFileError } from '../tables/file-error.ts'
import { resolveOutputFile } from '../tables/output-file.ts'
import { explainLostDatabase } from './lost-database.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { shownReport } from './output/shown-records.ts'

const EXAMPLES = `
Examples:
  $ pulso backup pulso-2026-11-30.zip
  $ DATABASE_URL=postgresql://pulso@db.example/pulso pulso backup pulso.zip

Writes all tables in one consistent snapshot, also while a server runs. The file is a ZIP archive with a CSV file for
each table and a manifest, so other programs can read it too. It appears only when it is complete. Uploaded files that
wait, and the folders of your own models, are not in it: copy them as well. pulso restore loads the file.

Exit codes:
  0    the backup is complete
  1    lost the database connection
  2    invalid command or file
  130  interrupted by Ctrl-C`

const DATABASE_GONE = 1

export function backupCommand(readConfig: ReadConfig): Command {
  return new Command('backup')
    .description('write all stored data to a file')
    .argument('<file>', 'the file to write, such as pulso.zip')
    .addOption(outputFormatOption('output format of the report'))
    .addHelpText('after', EXAMPLES)
    .action((file: string, { format }: { readonly format: OutputFormat }) => runBackup(file, format, readConfig()))
}

async function runBackup(file: string, format: OutputFormat, config: Config): Promise<void> {
  const { writePath, finalPath } = await resolveOutputFile(file, 'backup', '<file>')
  const interruption = listenForInterruption()
  try {
    const manifest = await write(writePath, config, interruption)
    if (writePath !== finalPath) await rename(writePath, finalPath)
    const rowCount = manifest.tables.reduce((sum, table) => sum + table.rowCount, 0)
    const record = { file, createdAt: manifest.createdAt, tableCount: manifest.tables.length, rowCount }
    const text = () => `Wrote ${rowCount.toLocaleString('en')} rows of ${manifest.tables.length} tables to ${file}.`
    process.stdout.write(shownReport(format, record, text))
  } catch (error) {
    if (writePath !== finalPath) await rm(writePath, { force: true })
    if (interruption.signal.aborted) {
      throw new UsageError(`Interrupted. ${file} was not written.`, interruption.exitCode() ?? undefined)
    }
    throw await explainLostDatabase(error, { exitCode: DATABASE_GONE, advice: `${file} was not written.` })
  } finally {
    interruption.stopListening()
  }
}

async function write(path: string, config: Config, { signal }: Interruption): Promise<Manifest> {
  const { openStorage } = await import('../storage/open-storage.ts')
  const { openSession } = await import('../storage/backup/open-session.ts')
  const { writeBackup } = await import('../storage/backup/write-backup.ts')
  const storage = await openStorage(config, message => console.error(message))
  try {
    const session = await openSession(storage)
    try {
      const output = createWriteStream(path)
      const failed = new Promise<never>((_, reject) =>
        output.once('error', error => reject(explainFileError(error, path))),
      )
      const manifest = await Promise.race([writeBackup(session, output, { signal }), failed])
      await synchronise(path)
      return manifest
    } finally {
      await session.end()
    }
  } finally {
    await storage.close()
  }
}

/** The file is on the disk before the command says so. A device has nothing to synchronise. */
async function synchronise(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync().catch(() => {})
  await file.close()
}
