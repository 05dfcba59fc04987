import { Command } from 'commander'
import type { ReadConfig } from '../../config.ts'
import type { LabelImportCounts } from '../../labelling/transfer/import-labels.ts'
import { type Problem, UsageError } from '../../problem/problem.ts'
import { listenForInterruption } from '../../process/signals.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownReport } from '../output/shown-records.ts'
import { recorded } from '../recorded.ts'
import { withLabels } from './open-labels.ts'

/** Enough to see the kind of fault. */
const MOST_SHOWN = 20

const EXAMPLES = `
Examples:
  $ pulso labels import labels.csv
  $ zcat labels.ndjson.gz | pulso labels import - --format json

Reads a file of pulso labels export, or one with the columns text, label, annotator and tweet_key or external_id.
The tweets must be stored already; pulso import stores them. Importing a file again adds nothing, and an older label
does not replace a later one of the same annotator. Rejected rows are shown with their line and the reason.

Exit codes:
  0    the file was read to the end, possibly with rejected rows
  1    lost the database connection
  2    invalid command or file
  130  interrupted by Ctrl-C`

export function importLabelsCommand(readConfig: ReadConfig): Command {
  return new Command('import')
    .description('store the labels of a file beside those of the model')
    .argument('<file>', 'a CSV, NDJSON or JSON file, plain or gzipped; - reads standard input')
    .addOption(outputFormatOption('output format of the counts'))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { format }: { readonly format: OutputFormat }) => {
      const config = readConfig()
      const interruption = listenForInterruption()
      try {
        await withLabels(config, async storage => {
          const { importLabels } = await import('../../labelling/transfer/import-labels.ts')
          const { readLabelFile } = await import('../../labelling/transfer/read-label-file.ts')
          const { openAnnouncer } = await import('../../live/live-feed.ts')
          const announcer = openAnnouncer(storage)
          let rejected = 0
          try {
            const counts = await recorded(storage, 'labels import', {}, () =>
              importLabels({
                pool: storage.pool,
                rows: readLabelFile(file, process.stdin),
                now: storage.now,
                signal: interruption.signal,
                onRejected: (line, problem) => {
                  rejected += 1
                  if (rejected <= MOST_SHOWN) showRejected(line, problem)
                },
                onStored: entityId => announcer.changed([entityId]),
              }),
            )
            if (rejected > MOST_SHOWN)
              console.error(`${(rejected - MOST_SHOWN).toLocaleString('en')} more were rejected.`)
            process.stdout.write(shownReport(format, counts, () => shown(counts)))
          } finally {
            await announcer.close()
          }
        })
        if (interruption.signal.aborted) {
          throw new UsageError(
            'Interrupted. Run the same command again; stored labels are not stored twice.',
            interruption.exitCode() ?? undefined,
          )
        }
      } finally {
        interruption.stopListening()
      }
    })
}

const showRejected = (line: number, { message }: Problem) => console.error(`line ${line}: ${message}`)

function shown({ read, stored, unchanged, rejected }: LabelImportCounts): string {
  const [all, added, same, refused] = [read, stored, unchanged, rejected].map(count => count.toLocaleString('en'))
  return `${all} read = ${added} stored + ${same} unchanged + ${refused} rejected`
}
