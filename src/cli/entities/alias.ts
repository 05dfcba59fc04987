import { Command } from 'commander'
import { parseConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'

const EXAMPLES = `
Examples:
  $ pulso entities alias Facebook FB
  $ pulso entities alias Facebook FB --remove

From now on tweets about the alias are stored and counted as tweets about the entity. Removing it changes nothing
that is stored. A name under which tweets are stored already is merged instead: pulso entities merge.`

export function aliasCommand(): Command {
  return new Command('alias')
    .description('give an entity another name')
    .argument('<entity>', 'its name, or an alias that it has')
    .argument('<alias>', 'the other name')
    .option('--remove', 'take the name away again')
    .addHelpText('after', EXAMPLES)
    .action(runAlias)
}

async function runAlias(name: string, alias: string, { remove = false }: { remove?: boolean }): Promise<void> {
  const { withEntities } = await import('./open-entities.ts')
  await withEntities(parseConfig(process.env), async ({ entities, find }) => {
    const entity = await find(name)
    const changed = await (remove ? entities.removeAlias(entity.id, alias) : entities.addAlias(entity.id, alias))
    if (!changed.ok) throw new UsageError(changed.problem.message)
    console.log(remove ? `${alias} is no alias of ${entity.name} any more.` : `${alias} is an alias of ${entity.name}.`)
  })
}
