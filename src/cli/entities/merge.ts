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

Everything that is stored about the first becomes something about the second, and the first one's names become
aliases. Nobody sees a part of it, and servers go on storing tweets meanwhile. There is no way back.`

export function mergeCommand(readConfig: ReadConfig): Command {
  return new Command('merge')
    .description('make one entity a part of another; without --yes only count')
    .argument('<from>', 'the entity that goes away')
    .argument('<into>', 'the entity that stays')
    .option('--yes', 'do it')
    .addHelpText('after', EXAMPLES)
    .action((from: string, into: string, flags: MergeFlags) => runMerge(readConfig(), from, into, flags))
}

async function runMerge(config: Config, from: string, into: string, { yes = false }: MergeFlags): Promise<void> {
  const { withEntities } = await import('./open-entities.ts')
  await withEntities(config, async ({ entities, find }) => {
    const [source, target] = [await find(from), await find(into)]
    if (source.id === target.id) throw new UsageError(`${from} and ${into} are one entity already.`)
    const merged = await entities.merge({ fromId: source.id, intoId: target.id }, !yes)
    if (!merged.ok) throw new UsageError(merged.problem.message)
    const { moved, duplicates } = merged.value
    const [verb, other] = yes ? ['Moved', 'dropped'] : ['Would move', 'drop']
    console.log(
      `${verb} ${count(moved)} of ${source.name} to ${target.name}, and ${other} ${count(duplicates)} that ${target.name} has as well.`,
    )
    if (!yes) console.log('Nothing was changed; add --yes to do it.')
  })
}

const count = (number: number) =>
  `${number.toLocaleString('en')} ${number === 1 ? 'classification' : 'classifications'}`
