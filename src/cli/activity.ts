import { Command } from 'commander'
import type { ShownEntry } from '../access/audit-log.ts'
import type { Config, ReadConfig } from '../config.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { shownList } from './output/shown-records.ts'
import { positiveInteger } from './whole-numbers.ts'

interface ActivityFlags {
  readonly limit: number
  readonly format: OutputFormat
}

const EXAMPLES = `
Examples:
  $ pulso activity
  $ pulso activity --limit 1000 --format ndjson | jq 'select(.action == "mergeEntities")'

Shows the audit log, newest first: labels, merges, aliases, undone imports, deletions, models and keys. An entry has
ids only, and is stored before its change begins. Without an outcome, the change still runs or was interrupted.`

export function activityCommand(readConfig: ReadConfig): Command {
  return new Command('activity')
    .description('list changes with the clients that made them')
    .option('--limit <number>', 'number of entries', positiveInteger, 50)
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((flags: ActivityFlags) => runActivity(readConfig(), flags))
}

async function runActivity(config: Config, { limit, format }: ActivityFlags): Promise<void> {
  const { openStorage } = await import('../storage/open-storage.ts')
  const { createAuditLog } = await import('../access/audit-log.ts')
  const storage = await openStorage(config, message => console.error(message))
  try {
    const entries = await createAuditLog(storage).list({ size: limit, isBackward: false, start: null })
    const records = entries.slice(0, limit).map(recordOf)
    process.stdout.write(shownList({ format, records, columns: COLUMNS, text: () => records.map(shown).join('\n') }))
  } finally {
    await storage.close()
  }
}

const COLUMNS = ['startedAt', 'actor', 'keyName', 'keyPrefix', 'subject', 'action', 'outcome', 'objects']

const recordOf = ({ startedAt, actor, key, subject, action, outcome, objects }: ShownEntry) => ({
  startedAt,
  actor,
  keyName: key?.name ?? null,
  keyPrefix: key?.prefix ?? null,
  subject,
  action,
  outcome,
  objects,
})

function shown({
  startedAt,
  actor,
  keyName,
  keyPrefix,
  subject,
  action,
  outcome,
  objects,
}: ReturnType<typeof recordOf>) {
  const who =
    keyPrefix === null ? (subject ?? actor.toLowerCase().replace('_', ' ')) : `${keyName} (pulso_${keyPrefix}_…)`
  const ids = Object.entries(objects as Readonly<Record<string, readonly string[]>>).map(
    ([name, [first, ...others]]) => `${name} ${first}${others.length === 0 ? '' : ` and ${others.length} more`}`,
  )
  const end = outcome === 'DONE' ? '' : `  ${outcome === null ? 'unknown outcome' : outcome.toLowerCase()}`
  return [startedAt.toISOString(), who, action, ...ids].join('  ') + end
}
