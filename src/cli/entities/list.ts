import { Command, Option } from 'commander'
import { parseConfig } from '../../config.ts'
import { entityPageQuery } from '../../entities/entity-page.ts'

const PAGE_SIZE = 1000

const EXAMPLES = `
Examples:
  $ pulso entities list
  $ pulso entities list cola
  $ pulso entities list --format ndjson | jq 'select(.aliases != [])'`

export function listEntitiesCommand(): Command {
  return new Command('list')
    .description('list what tweets are about, with other names for it')
    .argument('[search]', 'any part of a name or an alias')
    .addOption(new Option('--format <format>', 'how to print them').choices(['text', 'ndjson']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action((search: string | undefined, { format }: { format: 'text' | 'ndjson' }) => runList(search ?? null, format))
}

async function runList(search: string | null, format: 'text' | 'ndjson'): Promise<void> {
  const { withEntities } = await import('./open-entities.ts')
  await withEntities(parseConfig(process.env), async ({ storage }) => {
    for (let after: string | null = null; ; ) {
      const page: { name: string; key: string; aliases: { name: string }[] }[] = await storage.prisma.entity.findMany({
        ...entityPageQuery({ search, after }),
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
  return aliases.length === 0 ? name : `${name}  (also ${aliases.join(', ')})`
}
