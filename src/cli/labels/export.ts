import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Command, Option } from 'commander'
import type { ReadConfig } from '../../config.ts'
import { LABEL_FILE_FORMATS, type LabelFileFormat } from '../../labelling/transfer/label-line.ts'
import { UsageError } from '../../problem/problem.ts'
import { listenForInterruption } from '../../process/signals.ts'
import { explainFileError } from '../../tables/file-error.ts'
import { type OutputFile, resolveOutputFile } from '../../tables/output-file.ts'
import { exportFileFormat } from '../export-file-format.ts'
import { entityIdOf, withLabels } from './open-labels.ts'

interface ExportFlags {
  readonly entity?: string
  readonly annotator?: string
  readonly format?: LabelFileFormat
  readonly out?: string
}

const EXAMPLES = `
Examples:
  $ pulso labels export --out labels.csv
  $ pulso labels export --entity Xbox --annotator ann --format ndjson | jq -r .label

Writes one line for each label that an annotator holds, with the tweet, the time, and the probability with which the
tweet was drawn. The name after --out gives the format: .csv, .ndjson or .jsonl, or .json. A name that ends in .gz
is gzipped. The file appears only when it is complete. pulso labels import reads it.

Exit codes:
  0    the export is complete
  1    lost the database connection
  2    invalid command or file
  130  interrupted by Ctrl-C`

export function exportLabelsCommand(readConfig: ReadConfig): Command {
  return new Command('export')
    .description('export labels to a file')
    .option('--entity <name>', 'only labels about this entity; any spelling or alias')
    .option('--annotator <name>', 'only labels of this annotator; exact match')
    .addOption(
      new Option('--format <format>', 'output format (default: csv, or by the name of --out)').choices(
        LABEL_FILE_FORMATS,
      ),
    )
    .option('--out <file>', 'output file (default: standard output)')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: ExportFlags) => {
      const config = readConfig()
      const file = exportFileFormat(flags.format ?? null, flags.out ?? null, LABEL_FILE_FORMATS)
      const output = flags.out === undefined ? null : await resolveOutputFile(flags.out, 'export', '--out')
      await withLabels(config, async storage => {
        const { exportLabels } = await import('../../labelling/transfer/export-labels.ts')
        let written = 0
        const pieces = exportLabels(storage.pool, {
          entityId: await entityIdOf(storage, flags.entity),
          annotator: flags.annotator ?? null,
          format: file.format,
          onProgress: count => {
            written = count
          },
        })
        await write(Readable.from(pieces, { objectMode: false }), output, file.isGzipped)
        if (output !== null) console.log(`${written.toLocaleString('en')} labels exported to ${flags.out}`)
      })
    })
}

/** A file is written under another name until it is complete. */
async function write(text: Readable, output: OutputFile | null, isGzipped: boolean): Promise<void> {
  const interruption = listenForInterruption()
  const { signal } = interruption
  try {
    if (output === null) return await pipeline(text, process.stdout, { end: false, signal })
    const { writePath, finalPath } = output
    try {
      const file = createWriteStream(writePath)
      await (isGzipped ? pipeline(text, createGzip(), file, { signal }) : pipeline(text, file, { signal }))
      if (finalPath !== writePath) await rename(writePath, finalPath)
    } catch (error) {
      if (finalPath !== writePath) await rm(writePath, { force: true })
      throw explainFileError(error, finalPath)
    }
  } catch (error) {
    if (!signal.aborted || (error as Error).name !== 'AbortError') throw error
    throw new UsageError('Interrupted. The export is incomplete.', interruption.exitCode() ?? undefined)
  } finally {
    interruption.stopListening()
  }
}
