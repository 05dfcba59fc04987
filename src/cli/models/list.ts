import { Command } from 'commander'
import type { ReadConfig } from '../../config.ts'
import { DEFAULT_MODEL } from '../../models/default-model.ts'
import { type ModelFolder, readUsableModels } from '../../models/read-models.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownList } from '../output/shown-records.ts'
import { readVersionsInUse, type VersionsInUse } from './versions-in-use.ts'

const EXAMPLES = `
Examples:
  $ pulso models list
  $ PULSO_MODELS=/srv/models pulso models list --format json`

export function listCommand(readConfig: ReadConfig): Command {
  return new Command('list')
    .description('list models with their labels and evaluation results')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action(async ({ format }: { format: OutputFormat }) => {
      const config = readConfig()
      const models = await readUsableModels(config.modelDirectories, message => console.error(message))
      const inUse = await readVersionsInUse(config, models)
      const records = models.map(model => summary(model, inUse))
      process.stdout.write(shownList({ format, records, text: () => shownModels(models, inUse) }))
    })
}

const summary = ({ manifest, version, evaluations }: ModelFolder, inUse: VersionsInUse) => ({
  name: manifest.name,
  version,
  isDefault: manifest.name === DEFAULT_MODEL,
  isActive: inUse.active === version,
  isShown: inUse.shown === version,
  description: manifest.description,
  labels: manifest.labels,
  trainedAt: manifest.provenance.trainedAt,
  evaluations: evaluations.map(report => ({
    dataset: report.dataset,
    split: report.split,
    labels: report.labels,
    trainedFor: report.trainedFor,
    epochs: report.epochs,
    rowCount: report.rowCount,
    tweetCount: report.tweetCount,
    accuracy: report.accuracy,
    macroRecall: report.macroRecall,
    macroF1: report.macroF1,
    majorityBaseline: report.majorityBaseline,
    linearBaseline: report.linearBaseline,
    isLeaky: report.isLeaky,
    leakReason: report.leakReason,
  })),
})

function shownModels(models: readonly ModelFolder[], inUse: VersionsInUse): string {
  if (models.length === 0) return 'No models found; see `pulso train --help`.'
  return models.map(model => shownModel(summary(model, inUse))).join('\n\n')
}

function shownModel(model: ReturnType<typeof summary>): string {
  const trained = model.trainedAt === null ? 'at an unknown time' : model.trainedAt.slice(0, 10)
  return [
    [model.version, ...rolesOf(model)].join('  '),
    `  ${model.description}`,
    `  labels   ${model.labels.map(label => label.toLowerCase()).join(', ')}`,
    `  trained  ${trained}`,
    ...(model.evaluations.length === 0
      ? ['  evaluated never; see `pulso evaluate`']
      : model.evaluations.map(shownEvaluation)),
  ].join('\n')
}

function shownEvaluation(report: ReturnType<typeof summary>['evaluations'][number]): string {
  const { value, low, high, sampleSize } = report.accuracy
  const accuracy = value === null ? 'unknown' : `${three(value)} (${three(low)} to ${three(high)})`
  const leak = report.isLeaky ? `, LEAKY: ${report.leakReason ?? 'the model was trained on its tweets'}` : ''
  const linear = report.linearBaseline === null ? '' : `, linear ${three(report.linearBaseline.value)}`
  const figures = `accuracy ${accuracy}, macro-F1 ${three(report.macroF1.value)}, majority ${three(report.majorityBaseline)}${linear}`
  const weights =
    report.trainedFor === 'SPLIT'
      ? report.epochs === null
        ? ', cross-validated'
        : `, trained for this split (${report.epochs} ${report.epochs === 1 ? 'epoch' : 'epochs'})`
      : ''
  return `  evaluated ${report.split} on ${report.dataset}, ${report.labels.length} labels, ${sampleSize.toLocaleString('en')} rows${weights}: ${figures}${leak}`
}

const three = (value: number | null) => (value === null ? '?' : value.toFixed(3))

function rolesOf({ isActive, isShown }: { isActive: boolean; isShown: boolean }): string[] {
  if (isActive)
    return [isShown ? '(active: answers unless another model is named)' : '(active, but not in summaries yet)']
  return isShown ? ['(summary model until the active one has classified every mention)'] : []
}
