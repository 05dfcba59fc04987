import { Command } from 'commander'
import type { Pool } from 'pg'
import type { Config, ReadConfig } from '../config.ts'
import type { DeletionCounts } from '../deletion/count-selected.ts'
import type { Selection } from '../deletion/selection.ts'
import { UsageError } from '../problem/problem.ts'
import { resourceStack } from '../process/resource-stack.ts'
import { type Interruption, listenForInterruption } from '../process/signals.ts'
import type { Storage } from '../storage/storage.ts'
import { INSTANT_EXAMPLE, parseDayOrInstant } from '../time/parse-instant.ts'
import { explainLostDatabase } from './lost-database.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { shownReport } from './output/shown-records.ts'
import { recorded } from './recorded.ts'

const EXAMPLES = `
Examples:
  $ pulso delete --external-id 1820938383 --external-id 1820938384
  $ jq -r .id deleted-posts.ndjson | pulso delete --external-ids - --yes
  $ pulso delete --author @someone --yes
  $ pulso delete --entity "Old Brand" --yes
  $ pulso delete --before 2026-01-01 --yes

Without --yes, counts the data that it would delete and changes nothing. Deletes tweets with their classifications,
labels and counts; --entity deletes the mentions of an entity, and the tweets that mention nothing else. Rows of
imports that were rejected are deleted too if they have the same text. Deleting cannot be reversed. Uploaded files and
exports are files of yours: delete them as well. If the command is interrupted, run it again.

Exit codes:
  0    everything that was named is deleted, or a dry run
  1    lost the database connection
  2    invalid command
  130  interrupted by Ctrl-C`

interface DeleteFlags {
  readonly externalId: readonly string[]
  readonly externalIds?: string
  readonly author: readonly string[]
  readonly entity?: string
  readonly before?: string
  readonly yes?: boolean
  readonly format: OutputFormat
}

const STOPPED = 1

export function deleteCommand(readConfig: ReadConfig): Command {
  return new Command('delete')
    .description('delete stored tweets for good; a dry run without --yes')
    .option('--external-id <id>', 'id of a tweet at its source; may be repeated', addValue, [])
    .option('--external-ids <file>', 'a file with one such id per line; - reads standard input')
    .option('--author <name>', 'all tweets of an author; may be repeated', addValue, [])
    .option('--entity <name>', 'all mentions of an entity, by name or alias')
    .option('--before <time>', `all tweets that count before a day in UTC, or a time such as ${INSTANT_EXAMPLE}`)
    .option('--yes', 'do it')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((flags: DeleteFlags) => runDelete(flags, readConfig))
}

const addValue = (value: string, values: readonly string[]) => [...values, value]

async function runDelete(flags: DeleteFlags, readConfig: ReadConfig): Promise<void> {
  const externalIds = [...flags.externalId, ...(await readIds(flags.externalIds))]
  const before = flags.before === undefined ? null : readBefore(flags.before)
  const named = [externalIds.length > 0, flags.author.length > 0, flags.entity !== undefined, before !== null]
  if (named.filter(Boolean).length !== 1) {
    throw new UsageError('Name the tweets by exactly one of --external-id, --author, --entity and --before.')
  }
  const config = readConfig()
  const interruption = listenForInterruption()
  try {
    await withStorage(config, async ({ storage, pool, selectionOf }) => {
      const selections = await selectionOf({ externalIds, authors: flags.author, entity: flags.entity ?? null, before })
      if (flags.yes === true) {
        await recorded(storage, 'delete', { selections }, () => remove(pool, selections, flags.format, interruption))
      } else await count(pool, selections, flags.format)
    })
  } catch (error) {
    throw await explainLostDatabase(error, {
      exitCode: STOPPED,
      advice: 'Run the same command again to delete the rest.',
    })
  } finally {
    interruption.stopListening()
  }
}

async function readIds(path: string | undefined): Promise<readonly string[]> {
  if (path === undefined) return []
  const { text } = await import('node:stream/consumers')
  const { createReadStream } = await import('node:fs')
  const { explainFileError } = await import('../tables/file-error.ts')
  try {
    const lines = (await text(path === '-' ? process.stdin : createReadStream(path))).split('\n')
    return lines.map(line => line.trim()).filter(line => line !== '')
  } catch (error) {
    throw explainFileError(error, path)
  }
}

function readBefore(written: string): Date {
  const time = parseDayOrInstant(written)
  if (time !== null) return time
  throw new UsageError(`--before must be a day such as 2026-01-31, or a time such as ${INSTANT_EXAMPLE}.`)
}

interface Named {
  readonly externalIds: readonly string[]
  readonly authors: readonly string[]
  readonly entity: string | null
  readonly before: Date | null
}

interface Opened {
  readonly storage: Storage
  readonly pool: Pool
  /** Checked selections, with at most a thousand names each. */
  selectionOf(named: Named): Promise<readonly Selection[]>
}

async function withStorage(config: Config, work: (opened: Opened) => Promise<void>): Promise<void> {
  const { openStorage } = await import('../storage/open-storage.ts')
  const { createEntities } = await import('../entities/service.ts')
  const { renewKeys } = await import('../entities/renew-keys.ts')
  const { checkSelection, MOST_NAMED } = await import('../deletion/check-selection.ts')
  const resources = resourceStack()
  try {
    const storage = resources.keep(await openStorage(config, message => console.error(message)))
    await renewKeys(storage.pool)
    const entities = createEntities({ storage, now: storage.now, onChange: () => {} })
    const checked = (given: Parameters<typeof checkSelection>[0]) => {
      const selection = checkSelection(given)
      if (!selection.ok) throw new UsageError(selection.problem.message)
      return selection.value
    }
    await work({
      storage,
      pool: storage.pool,
      selectionOf: async ({ externalIds, authors, entity, before }) => {
        if (externalIds.length > 0) return partsOf(externalIds, MOST_NAMED).map(ids => checked({ externalIds: ids }))
        if (authors.length > 0) return partsOf(authors, MOST_NAMED).map(names => checked({ authors: names }))
        if (entity === null) return [checked({ before })]
        const found = await entities.find(entity)
        if (found !== null) return [checked({ entityId: found.id })]
        throw new UsageError(`Unknown entity ${JSON.stringify(entity)}; \`pulso entities list\` lists the entities.`)
      },
    })
  } finally {
    await resources.close()
  }
}

const partsOf = (values: readonly string[], size: number) =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, part) => values.slice(part * size, (part + 1) * size))

async function count(pool: Opened['pool'], selections: readonly Selection[], format: OutputFormat): Promise<void> {
  const { countSelected } = await import('../deletion/count-selected.ts')
  const counts = []
  for (const selection of selections) counts.push(await countSelected(pool, selection))
  const sums = sumOf(counts)
  const text = () =>
    `Would delete ${shown(sums)}.\nDry run: nothing was changed. Deleting cannot be reversed. Add --yes to delete.`
  process.stdout.write(shownReport(format, { isDryRun: true, ...sums }, text))
}

async function remove(
  pool: Opened['pool'],
  selections: readonly Selection[],
  format: OutputFormat,
  interruption: Interruption,
): Promise<void> {
  const { deleteSelected } = await import('../deletion/delete-selected.ts')
  const done: DeletionCounts[] = []
  for (const selection of selections) {
    const removed = await deleteSelected(pool, selection, { signal: interruption.signal })
    done.push(removed)
    if (!removed.isComplete) {
      throw new UsageError(
        `Stopped after deleting ${shown(sumOf(done))}; run the same command again to delete the rest.`,
        interruption.exitCode() ?? STOPPED,
      )
    }
  }
  const sums = sumOf(done)
  process.stdout.write(shownReport(format, { isDryRun: false, ...sums }, () => `Deleted ${shown(sums)}.`))
}

const sumOf = (counts: readonly DeletionCounts[]): DeletionCounts => ({
  tweetCount: counts.reduce((sum, { tweetCount }) => sum + tweetCount, 0),
  mentionCount: counts.reduce((sum, { mentionCount }) => sum + mentionCount, 0),
  labelCount: counts.reduce((sum, { labelCount }) => sum + labelCount, 0),
})

const shown = ({ tweetCount, mentionCount, labelCount }: DeletionCounts) =>
  `${counted(tweetCount, 'tweet')} and ${counted(mentionCount, 'mention')}${labelCount === 0 ? '' : `, ${counted(labelCount, 'mention')} of them labelled by people`}`

const counted = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
