import { Command } from 'commander'
import type { ReadConfig } from '../../config.ts'
import type { AnnotatorCount } from '../../labelling/transfer/count-by-annotator.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownList } from '../output/shown-records.ts'
import { entityIdOf, withLabels } from './open-labels.ts'

const COLUMNS = ['entity', 'annotator', 'labelCount'] satisfies (keyof AnnotatorCount)[]

interface ListFlags {
  readonly entity?: string
  readonly format: OutputFormat
}

const EXAMPLES = `
Examples:
  $ pulso labels list
  $ pulso labels list --entity Xbox --format json

The annotator of labels that came with imported rows is file.`

export function listLabelsCommand(readConfig: ReadConfig): Command {
  return new Command('list')
    .description('count labels by entity and annotator')
    .option('--entity <name>', 'only labels about this entity; any spelling or alias')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action(({ entity, format }: ListFlags) =>
      withLabels(readConfig(), async storage => {
        const { countByAnnotator } = await import('../../labelling/transfer/count-by-annotator.ts')
        const counts = await countByAnnotator(storage.pool, await entityIdOf(storage, entity))
        process.stdout.write(shownList({ format, records: counts, columns: COLUMNS, text: () => shown(counts) }))
      }),
    )
}

const shown = (counts: readonly AnnotatorCount[]): string =>
  counts.length === 0
    ? 'No labels yet; see `pulso labels --help`.'
    : counts
        .map(({ entity, annotator, labelCount }) => {
          const about = entity ?? '(no entity)'
          return `${about}  ${annotator}  ${labelCount.toLocaleString('en')}`
        })
        .join('\n')
