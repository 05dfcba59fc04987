import { Command, Option } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'

const PAGE_SIZE = 1000

interface ListFlags {
  readonly format: 'text' | 'ndjson'
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
    .addOption(new Option('--format <format>', 'output format').choices(['text', 'ndjson']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action((search: string | undefined, { format }: ListFlags) => runList(readConfig(), search ?? null, format))
}

async function runList(config: Config, search: string | null, format: ListFlags['format']): Promise<void> {
  const { withEntities } = await import('./open-entities.ts')
  await withEntities(config, async ({ entities }) => {
    for (let start: readonly [string] | null = null; ; ) {
      const page = await entities.list({ search, direction: 'asc' }, { size: PAGE_SIZE, isBackward: false, start })
      const listed = page.slice(0, PAGE_SIZE)
      const aliases = await entities.aliases(listed.map(({ id }) => id))
      for (const { id, name } of listed) console.log(shown(name, aliases.get(id) ?? [], format))
      const last = page.length > PAGE_SIZE ? listed.at(-1) : undefined
      if (last === undefined) return
      start = [last.key]
    }
  })
}

function shown(name: string, aliases: readonly string[], format: 'text' | 'ndjson'): string {
  if (format === 'ndjson') return JSON.stringify({ name, aliases })
  return aliases.length === 0 ? name : `${name}  (aliases: ${aliases.join(', ')})`
}
