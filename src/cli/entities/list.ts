import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { recordWriter } from '../output/record-writer.ts'
import { writeOutput } from '../output/standard-output.ts'

const PAGE_SIZE = 1000

interface ListFlags {
  readonly format: OutputFormat
}

const EXAMPLES = `
Examples:
  $ pulso entities list
  $ pulso entities list cola
  $ pulso entities list --format ndjson | jq 'select(.aliases != [])'`

export function listEntitiesCommand(readConfig: ReadConfig): Command {
  return new Command('list')
    .description('list entities with their aliases')
    .argument('[search]', 'part of a name or an alias')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((search: string | undefined, { format }: ListFlags) => runList(readConfig(), search ?? null, format))
}

async function runList(config: Config, search: string | null, format: ListFlags['format']): Promise<void> {
  const { withEntities } = await import('./open-entities.ts')
  const writer = recordWriter(format, { columns: ['name', 'aliases'], text: shown })
  await withEntities(config, async ({ entities }) => {
    for (let start: readonly [string] | null = null; ; ) {
      const page = await entities.list({ search, direction: 'asc' }, { size: PAGE_SIZE, isBackward: false, start })
      const listed = page.slice(0, PAGE_SIZE)
      const aliases = await entities.aliases(listed.map(({ id }) => id))
      await writeOutput(writer.next(listed.map(({ id, name }) => ({ name, aliases: aliases.get(id) ?? [] }))))
      const last = page.length > PAGE_SIZE ? listed.at(-1) : undefined
      if (last === undefined) break
      start = [last.key]
    }
    await writeOutput(writer.end())
  })
}

interface ListedEntity {
  readonly name: string
  readonly aliases: readonly string[]
}

const shown = ({ name, aliases }: ListedEntity) =>
  aliases.length === 0 ? name : `${name}  (aliases: ${aliases.join(', ')})`
