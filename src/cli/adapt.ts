import { basename, join, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { makeVersion } from '../adaptation/make-version.ts'
import { refusalMessage } from '../adaptation/refusal-message.ts'
import { createAdaptations } from '../adaptation/service.ts'
import { versionName } from '../adaptation/version-name.ts'
import type { Config, ReadConfig } from '../config.ts'
import type { Change } from '../ml/adaptation/gain.ts'
import { type AdaptationReport, adaptationReportSchema } from '../ml/evaluation/adaptation-report.ts'
import { entityKey } from '../ml/language/entity-key.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { findModel } from '../models/find-model.ts'
import { readUsableModels } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'
import { type Interruption, listenForInterruption } from '../process/signals.ts'
import { datasetName, readLabelled, shownOptions, shownTableOptions } from './evaluation-flags.ts'
import { checkModelName, modelsDirectory, refuseOtherModel } from './models/new-model-folder.ts'
import { withRegistry } from './models/open-registry.ts'
import { type OutputFormat, outputFormatOption } from './output/output-format.ts'
import { shownReport } from './output/shown-records.ts'
import { recorded } from './recorded.ts'
import { addTableOptions, FILE_HELP, type TableFlags } from './table-options.ts'

interface AdaptFlags extends Omit<TableFlags, 'entity' | 'labels'> {
  readonly model?: string
  /** A file of labelled tweets; the labels of the store if absent. */
  readonly labels?: string
  /** The meaning of the labels in the file. */
  readonly labelWords?: string
  readonly entity: readonly string[]
  readonly name?: string
  readonly out?: string
  readonly format: OutputFormat
}

/** Nothing was changed, although the command could run. */
const REFUSED = 1

const EXAMPLES = `
Examples:
  $ pulso adapt
  $ pulso adapt --entity Xbox --entity PlayStation --name gaming
  $ pulso adapt --labels labelled.csv --out own/gaming
  $ pulso models promote pulso-adapted

The last layer of the model learns from your labels. Fifty are enough to learn the mix of labels of your feed and of
each entity; some hundreds also teach their meaning. It takes seconds and needs no TensorFlow. The result is a version
of its own, as fast as the model it was made from. It changes nothing until you promote it.

Without --labels, the command uses the labels in the database. Labels of files count if all rows or a random sample
are labelled. Labels on tweets that the model was trained on do not count.

The gain is measured on tweets that a version was not fitted to. For this, each of ten parts of your tweets is
excluded in turn. Near duplicates are in the same part. Intervals are 95 % intervals. Answers about entities without
labels change only if the labelled entities, each excluded in turn, show a gain.

Exit codes:
  0  a new version was made
  1  the labels do not show that a new version would be better; nothing was changed
  2  an invalid option or file`

export function adaptCommand(readConfig: ReadConfig): Command {
  const command = new Command('adapt')
    .description('adapt a model to your own labels')
    .option(
      '--labels <file>',
      'a file of labelled tweets; - reads standard input (default: the labels in the database)',
    )
    .option('--model <name>', 'name or version of the model to adapt (default: the active model)')
    .addOption(
      new Option('--entity <name>', 'use only labels about this entity; repeatable')
        .argParser((name: string, names: readonly string[]) => [...names, name])
        .default([], 'all'),
    )
    .option('--name <name>', 'name of the new version (default: the name of the model with -adapted appended)')
    .option('--out <directory>', 'directory of the new version (default: <name> in PULSO_MODELS, or in models/)')
    .addOption(outputFormatOption())
  return addTableOptions(command, '--label-words')
    .addHelpText('after', EXAMPLES)
    .addHelpText('after', FILE_HELP.replace('--labels', '--label-words'))
    .action((flags: AdaptFlags) => runAdapt(flags, readConfig()))
}

async function runAdapt(flags: AdaptFlags, config: Config): Promise<void> {
  const { labels } = flags
  if (labels !== undefined) return adaptToFile({ ...flags, labels }, config)
  const useless = (
    ['columns', 'map', 'header', 'skipLines', 'labelWords', 'timeFormat', 'inputFormat', 'encoding'] as const
  ).find(name => flags[name] !== undefined)
  if (useless !== undefined) throw new UsageError('Options of a file need --labels with the file.')
  await adaptToStore(flags, config)
}

async function adaptToStore(flags: AdaptFlags, config: Config): Promise<void> {
  await withRegistry(config, async ({ storage, registry, find }) => {
    const adaptations = createAdaptations({
      storage,
      registry,
      directories: config.modelDirectories,
      now: storage.now,
      log: message => console.error(message),
    })
    const { name, directory } = await outputOf(flags, config)
    const model = flags.model === undefined ? null : await find(flags.model)
    const interruption = listenForInterruption()
    try {
      const outcome = await recorded(storage, 'adapt', { modelId: model?.id }, () =>
        adaptations.adapt({
          modelId: model?.id ?? null,
          entities: flags.entity,
          name,
          directory,
          command: commandLine(flags),
          signal: interruption.signal,
        }),
      )
      const { problem } = outcome
      if (problem !== null) throw new UsageError(problem.message, problem.code === 'CONFLICT' ? REFUSED : 2)
      if (outcome.model !== null) print(adaptationReportSchema.parse(outcome.model.adaptation), flags)
    } catch (error) {
      endInterrupted(error, interruption)
    } finally {
      interruption.stopListening()
    }
  })
}

async function adaptToFile(flags: AdaptFlags & { readonly labels: string }, config: Config): Promise<void> {
  const given = await findModel(config.modelDirectories, flags.model ?? DEFAULT_MODEL)
  // An adapted version is made again from its parent, so that all labels are fitted and tested in the same way.
  const parent =
    given.adaptation === null ? given : await findModel(config.modelDirectories, given.adaptation.parentVersion)
  const output = await outputOf(flags, config)
  const name = output.name ?? versionName(modelsDirectory(config), parent.manifest.name)
  const directory = output.directory ?? join(modelsDirectory(config), name)
  const file = await readLabelled(flags.labels, tableFlags(flags))
  const keys = new Set(flags.entity.map(entityKey))
  const rows =
    keys.size === 0 ? file.rows : file.rows.filter(({ entity }) => entity !== null && keys.has(entityKey(entity)))
  if (rows.length === 0) throw new UsageError(`No labelled row of ${file.name} is about ${flags.entity.join(' or ')}.`)
  const interruption = listenForInterruption()
  try {
    const made = await makeVersion({
      parent,
      mentions: rows.map(row => ({ ...row, weight: 1 })),
      name,
      directory,
      labelSource: 'FILE',
      dataset: datasetName(file.name),
      command: commandLine(flags),
      now: new Date(),
      signal: interruption.signal,
    })
    if (!made.isAdapted) throw new UsageError(refusalMessage(made), REFUSED)
    print(made.report, flags)
    if (flags.format === 'text') console.error(`Wrote ${directory}`)
  } catch (error) {
    endInterrupted(error, interruption)
  } finally {
    interruption.stopListening()
  }
}

/** Ctrl-C ends the command before anything is written. Throws other errors again. */
function endInterrupted(error: unknown, interruption: Interruption): void {
  const exitCode = interruption.exitCode()
  if (exitCode === null) throw error
  process.exitCode = exitCode
}

/** `--label-words` is what `--labels` is for other commands. */
function tableFlags({ labels: _file, labelWords, entity: _entities, ...table }: AdaptFlags): TableFlags {
  return labelWords === undefined ? table : { ...table, labels: labelWords }
}

/** Null if nothing was given. Checked first, so that nothing is computed in vain. */
async function outputOf(
  { name: given, out }: AdaptFlags,
  config: Config,
): Promise<{ readonly name: string | null; readonly directory: string | null }> {
  const name = given ?? (out === undefined ? null : basename(resolve(out)))
  if (name === null) return { name, directory: null }
  checkModelName(name)
  const models = await readUsableModels(config.modelDirectories, message => console.error(message))
  const taken = models.find(({ manifest }) => manifest.name === name)
  if (taken !== undefined) {
    throw new UsageError(`--name ${name} is the name of the model in ${taken.directory}; choose another one.`)
  }
  const directory = out ?? join(modelsDirectory(config), name)
  await refuseOtherModel(directory, 'choose another --name or --out')
  return { name, directory }
}

function print(report: AdaptationReport, { format }: AdaptFlags): void {
  // The error model is for estimates, not for people.
  const { errors: _errors, ...shown } = report
  process.stdout.write(shownReport(format, shown, () => reportText(report)))
}

function reportText(report: AdaptationReport): string {
  const { modelVersion, parentVersion, labelCount, tweetCount, entities, isShared, folds } = report
  const named = entities.map(({ name, labelCount }) => `${name ?? 'whole messages'} (${labelCount})`)
  return [
    `${modelVersion}, adapted from ${parentVersion} to ${labelCount.toLocaleString('en')} labels on ${tweetCount.toLocaleString('en')} tweets`,
    '',
    `On excluded tweets (${folds} parts):`,
    '              before   after    gain (95 %)',
    changeLine('accuracy', report.accuracy),
    changeLine('macro F1', report.macroF1),
    changeLine('log-loss', report.logLoss),
    '',
    ...(named.length === 0 ? [] : [`With a mix of labels of their own: ${named.join(', ')}`]),
    isShared ? 'Answers about other entities change as well.' : 'Answers about other entities stay as they are.',
    `Nothing changes until you promote it: pulso models promote ${modelVersion}`,
  ].join('\n')
}

function changeLine(name: string, { before, after, gain }: Change): string {
  const shown = (value: number | null) => (value === null ? '?' : value.toFixed(3))
  return `  ${name.padEnd(12)}${shown(before.value)}    ${shown(after.value)}   ${signed(gain.value)} (${signed(gain.low)} to ${signed(gain.high)})`
}

const signed = (value: number | null) => (value === null ? '?' : `${value < 0 ? '' : '+'}${value.toFixed(3)}`)

/** Without this machine's paths, so that the command can be repeated elsewhere. */
function commandLine(flags: AdaptFlags): string {
  const { model, labels, entity, name } = flags
  const file = labels === undefined ? undefined : basename(labels)
  const table = shownTableOptions(tableFlags(flags), 'label-words')
  const entities = entity.map(one => shownOptions({ entity: one })).join('')
  return `pulso adapt${shownOptions({ model, labels: file })}${table}${entities}${shownOptions({ name })}`
}
