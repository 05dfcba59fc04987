import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'

import { recorded } from '../recorded.ts'

interface AliasFlags {
  readonly remove?: boolean
}

const EXAMPLES = `
Examples:
  $ pulso entities alias Facebook FB
  $ pulso entities alias Facebook FB --remove

From now on, tweets about the alias are stored and counted under the entity. Removing an alias does not change
stored tweets. If tweets are already stored under the name, merge it instead: pulso entities merge.`

export function aliasCommand(readConfig: ReadConfig): Command {
  return new Command('alias')
    .description('add or remove another name of an entity')
    .argument('<entity>', 'name or alias of the entity')
    .argument('<alias>', 'the other name')
    .option('--remove', 'remove the alias')
    .addHelpText('after', EXAMPLES)
    .action((name: string, alias: string, flags: AliasFlags) => runAlias(readConfig(), name, alias, flags))
}

async function runAlias(config: Config, name: string, alias: string, { remove = false }: AliasFlags): Promise<void> {
  const { withEntities } = await import('./open-entities.ts')
  await withEntities(config, async ({ storage, entities, find }) => {
    const entity = await find(name)
    const changed = await recorded(storage, 'entities alias', { entityId: entity.id }, () =>
      remove ? entities.removeAlias(entity.id, alias) : entities.addAlias(entity.id, alias),
    )
    if (!changed.ok) throw new UsageError(changed.problem.message)
    console.log(
      remove ? `${alias} is no longer an alias of ${entity.name}.` : `${alias} is now an alias of ${entity.name}.`,
    )
  })
}
