import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownReport } from '../output/shown-records.ts'
import { recorded } from '../recorded.ts'

interface MergeFlags {
  readonly yes?: boolean
  readonly format: OutputFormat
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
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((from: string, into: string, flags: MergeFlags) => runMerge(readConfig(), from, into, flags))
}

async function runMerge(config: Config, from: string, into: string, flags: MergeFlags): Promise<void> {
  const { yes = false, format } = flags
  const { withEntities } = await import('./open-entities.ts')
  await withEntities(config, async ({ storage, entities, find }) => {
    const [source, target] = [await find(from), await find(into)]
    if (source.id === target.id) throw new UsageError(`${from} and ${into} are already the same entity.`)
    const ids = { fromId: source.id, intoId: target.id }
    const merge = () => entities.merge(ids, !yes)
    const merged = await (yes ? recorded(storage, 'entities merge', ids, merge) : merge())
    if (!merged.ok) throw new UsageError(merged.problem.message)
    const { movedCount, droppedCount } = merged.value
    const [verb, other] = yes ? ['Moved', 'dropped'] : ['Would move', 'drop']
    const moved = `${verb} ${count(movedCount)} of ${source.name} to ${target.name}, and ${other} ${count(droppedCount)} that ${target.name} already has.`
    const record = { from: source.name, into: target.name, isDryRun: !yes, movedCount, droppedCount }
    process.stdout.write(shownReport(format, record, () => (yes ? moved : `${moved}\n${DRY_RUN}`)))
  })
}

const DRY_RUN = 'Dry run: nothing was changed. Add --yes to merge.'

const count = (number: number) =>
  `${number.toLocaleString('en')} ${number === 1 ? 'classification' : 'classifications'}`
