import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'

interface AliasFlags {
  readonly remove?: boolean
}

const EXAMPLES = `
Examples:
  $ pulso entities alias Facebook FB
  $ pulso entities alias Facebook FB --remove

From now on tweets about the alias are stored and counted as tweets about the entity. Removing it changes nothing
that is stored. A name under which tweets are stored already is merged instead: pulso entities merge.`

export function aliasCommand(readConfig: ReadConfig): Command {
  return new Command('alias')
    .description('give an entity another name')
    .argument('<entity>', 'its name, or an alias that it has')
    .argument('<alias>', 'the other name')
    .option('--remove', 'take the name away again')
    .addHelpText('after', EXAMPLES)
    .action((name: string, alias: string, flags: AliasFlags) => runAlias(readConfig(), name, alias, flags))
}

async function runAlias(config: Config, name: string, alias: string, { remove = false }: AliasFlags): Promise<void> {
  const { withEntities } = await import('./open-entities.ts')
  await withEntities(config, async ({ entities, find }) => {
    const entity = await find(name)
    const changed = await (remove ? entities.removeAlias(entity.id, alias) : entities.addAlias(entity.id, alias))
    if (!changed.ok) throw new UsageError(changed.problem.message)
    console.log(remove ? `${alias} is no alias of ${entity.name} any more.` : `${alias} is an alias of ${entity.name}.`)
  })
}
