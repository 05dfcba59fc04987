import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { LABELS } from '../../labels.ts'
import type { ModelComparison } from '../../models/compare-models.ts'
import { UsageError } from '../../problem/problem.ts'
import type { Estimate } from '../../statistics/estimate.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownReport } from '../output/shown-records.ts'

interface CompareFlags {
  readonly entity?: string
  readonly format: OutputFormat
}

const EXAMPLES = `
Examples:
  $ pulso models compare seed-lstm my-lstm
  $ pulso models compare seed-lstm my-lstm --entity Xbox --format json

Compares the mentions that both models have classified; run pulso models reclassify <model> first to cover all
mentions. Accuracy is measured on labels that came with imported tweets. The p-value is the two-sided mid-p value
of McNemar's test. A model may have been trained on some of these tweets.`

export function compareCommand(readConfig: ReadConfig): Command {
  return new Command('compare')
    .description('compare the classifications of two models')
    .argument('<first>', 'name or version of a model in `pulso models list`')
    .argument('<second>', 'another one')
    .option('--entity <name>', 'only tweets about this entity')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((first: string, second: string, flags: CompareFlags) => runComparison(readConfig(), first, second, flags))
}

async function runComparison(
  config: Config,
  firstName: string,
  secondName: string,
  { entity, format }: CompareFlags,
): Promise<void> {
  const { withRegistry } = await import('./open-registry.ts')
  await withRegistry(config, async ({ registry, find }) => {
    const [first, second] = [await find(firstName), await find(secondName)]
    if (first.id === second.id)
      throw new UsageError(`Both names are the same version, ${first.version}; name two different models.`)
    const compared = await registry.compare({
      firstModelId: first.id,
      secondModelId: second.id,
      entity: entity ?? null,
      range: { from: null, to: null },
    })
    // Both versions are known, so only the entity can be unknown.
    if (!compared.ok) throw new UsageError(`--entity ${JSON.stringify(entity)}: there are no tweets about it.`)
    const { value } = compared
    process.stdout.write(shownReport(format, plain(value), () => shownComparison(value)))
  })
}

/** Without the database rows of the versions. */
const plain = ({ first, second, ...figures }: ModelComparison) => ({
  first: first.version,
  second: second.version,
  ...figures,
})

function shownComparison(comparison: ModelComparison): string {
  const { first, second, sampleSize, agreement, labelledCount, firstAccuracy, secondAccuracy, pValue } = comparison
  if (sampleSize === 0) return 'No mention was classified by both models; see `pulso models reclassify`.'
  return [
    `${sampleSize.toLocaleString('en')} mentions were classified by both models. Agreement: ${shown(agreement)}.`,
    '',
    ...matrixLines(comparison),
    '',
    ...(labelledCount === 0
      ? ['No mention has a human label, so accuracy cannot be compared.']
      : [
          `Accuracy on the ${labelledCount.toLocaleString('en')} mentions with a human label:`,
          `  ${first.version.padEnd(widthOf(comparison))}  ${shown(firstAccuracy)}`,
          `  ${second.version.padEnd(widthOf(comparison))}  ${shown(secondAccuracy)}`,
          `  p = ${pValue?.toPrecision(2)} under equal accuracy (McNemar's test, mid-p)`,
        ]),
  ].join('\n')
}

const CELL = 12

/** One row for each label of the first model, one column for each label of the second. */
function matrixLines({ first, second, confusionMatrix }: ModelComparison): string[] {
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(CELL)}${cells.map(cell => cell.padStart(CELL)).join('')}`
  const names = LABELS.map(label => label.toLowerCase())
  return [
    `Rows: ${first.version}. Columns: ${second.version}.`,
    row('', names),
    ...LABELS.map((label, index) =>
      row(
        names[index] ?? '',
        confusionMatrix.filter(({ actual }) => actual === label).map(({ count }) => count.toLocaleString('en')),
      ),
    ),
  ]
}

const widthOf = ({ first, second }: ModelComparison) => Math.max(first.version.length, second.version.length)

const shown = ({ value, low, high }: Estimate) =>
  value === null ? 'nothing' : `${value.toFixed(3)} (${low?.toFixed(3)} to ${high?.toFixed(3)})`
