import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'

interface MergeFlags {
  readonly yes?: boolean
}

const EXAMPLES = `
Examples:
  $ pulso entities merge Twitter X
  $ pulso entities merge Twitter X --yes

Moves all data of the first entity to the second. The names of the first entity become aliases of the second. The
merge is atomic, does not block writes, and cannot be undone.`

export function mergeCommand(readConfig: ReadConfig): Command {
  return new Command('merge')
    .description('merge one entity into another; a dry run without --yes')
    .argument('<from>', 'the entity that is removed')
    .argument('<into>', 'the entity that remains')
    .option('--yes', 'do it')
    .addHelpText('after', EXAMPLES)
    .action((from: string, into: string, flags: MergeFlags) => runMerge(readConfig(), from, into, flags))
}

async function runMerge(config: Config, from: string, into: string, { yes = false }: MergeFlags): Promise<void> {
  const { withEntities } = await import('./open-entities.ts')
  await withEntities(config, async ({ entities, find }) => {
    const [source, target] = [await find(from), await find(into)]
    if (source.id === target.id) throw new UsageError(`${from} and ${into} are already the same entity.`)
    const merged = await entities.merge({ fromId: source.id, intoId: target.id }, !yes)
    if (!merged.ok) throw new UsageError(merged.problem.message)
    const { movedCount, droppedCount } = merged.value
    const [verb, other] = yes ? ['Moved', 'dropped'] : ['Would move', 'drop']
    console.log(
      `${verb} ${count(movedCount)} of ${source.name} to ${target.name}, and ${other} ${count(droppedCount)} that ${target.name} already has.`,
    )
    if (!yes) console.log('Dry run: nothing was changed. Add --yes to merge.')
  })
}

const count = (number: number) =>
  `${number.toLocaleString('en')} ${number === 1 ? 'classification' : 'classifications'}`
