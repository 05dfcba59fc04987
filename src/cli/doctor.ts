import { Command } from 'commander'
import type { Config, ReadConfig } from '../config.ts'
import type { Finding } from '../doctor/finding.ts'
import { UsageError } from '../problem/problem.ts'
import { VERSION } from '../version.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { shownList } from './output/shown-records.ts'

const EXAMPLES = `
Examples:
  $ pulso doctor
  $ pulso doctor --recount --format json

Checks this set-up: versions, disk, clocks, the database with its settings and indexes, the queue of the search, and
models. It says what to do about each finding, and changes nothing. --recount also compares the stored counts with a new count of all rows.

Exit codes:
  0    no fault; warnings are possible
  1    at least one fault
  2    invalid configuration, or the database cannot be opened`

interface DoctorFlags {
  readonly recount?: boolean
  readonly format: OutputFormat
}

export function doctorCommand(readConfig: ReadConfig): Command {
  return new Command('doctor')
    .description('check this set-up and say what to do')
    .option('--recount', 'also compare the stored counts with a new count of all rows')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((flags: DoctorFlags) => runDoctor(flags, readConfig()))
}

async function runDoctor({ recount = false, format }: DoctorFlags, config: Config): Promise<void> {
  const findings = await examine(config, recount)
  const columns = ['check', 'severity', 'finding', 'advice']
  process.stdout.write(shownList({ format, records: findings, columns, text: () => findings.map(shown).join('\n') }))
  const faults = findings.filter(({ severity }) => severity === 'fault').length
  if (faults > 0) throw new UsageError(`${faults} ${faults === 1 ? 'fault' : 'faults'} found.`, 1)
}

async function examine(config: Config, isRecounted: boolean): Promise<readonly Finding[]> {
  const { ok } = await import('../doctor/finding.ts')
  const { checkDisk } = await import('../doctor/check-disk.ts')
  const { checkDatabase } = await import('../doctor/check-database.ts')
  const { checkModels } = await import('../doctor/check-models.ts')
  const { recount } = await import('../doctor/recount.ts')
  const { readUsableModels } = await import('../models/read-models.ts')
  const { openStorage } = await import('../storage/open-storage.ts')
  const problems: string[] = []
  const folders = await readUsableModels(config.modelDirectories, problem => problems.push(problem))
  const storage = await openStorage(config, message => console.error(message))
  try {
    const { pool, location } = storage
    return [
      ok('versions', `Pulso ${VERSION} on Node.js ${process.versions.node}, ${process.platform} ${process.arch}.`),
      // Of an external database, only its own machine knows the disk.
      ...(config.databaseUrl === null ? [await checkDisk(location)] : []),
      ...(await checkDatabase(pool, Date.now)),
      await checkModels(pool, folders, problems),
      ...(isRecounted ? [await recount(pool)] : []),
    ]
  } finally {
    await storage.close()
  }
}

const MARKS = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const

const shown = ({ check, severity, finding, advice }: Finding) =>
  `${MARKS[severity]}  ${check.padEnd(12)}  ${finding}${advice === null ? '' : ` ${advice}`}`
