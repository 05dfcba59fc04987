import { Command, Option } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { entityPageQuery } from '../../entities/entity-page.ts'

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
  await withEntities(config, async ({ storage }) => {
    for (let after: string | null = null; ; ) {
      const page: { name: string; key: string; aliases: { name: string }[] }[] = await storage.prisma.entity.findMany({
        ...entityPageQuery(search, { size: PAGE_SIZE, isBackward: false, start: after === null ? null : [after] }),
        include: { aliases: { orderBy: { key: 'asc' } } },
        take: PAGE_SIZE,
      })
      for (const { name, aliases } of page)
        console.log(
          shown(
            name,
            aliases.map(alias => alias.name),
            format,
          ),
        )
      if (page.length < PAGE_SIZE) return
      after = page.at(-1)?.key ?? null
    }
  })
}

function shown(name: string, aliases: readonly string[], format: 'text' | 'ndjson'): string {
  if (format === 'ndjson') return JSON.stringify({ name, aliases })
  return aliases.length === 0 ? name : `${name}  (aliases: ${aliases.join(', ')})`
}
