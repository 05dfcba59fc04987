import type { BenchDocument } from './document.ts'
import type { Measurement } from './inference/measurement.ts'
import type { Machine } from './machine.ts'
import { textTable } from './text-table.ts'

/** Formats the document for people: Markdown that is also readable in a terminal. */
export function benchReport({
  machine,
  isQuick,
  tweets,
  inference,
  textToLabel,
  service,
  notices,
}: BenchDocument): string {
  const models = [...new Set(inference.map(({ model }) => model))]
  return [
    '# Benchmark',
    machineText(machine),
    `${isQuick ? 'A quick run; its figures are rough. ' : ''}${tweets} Times are processor time of all threads per tweet, in microseconds: the median of interleaved rounds, with minimum and maximum. The ratio to Pulso's kernel is computed within rounds.`,
    ...models.flatMap(model => [
      `## The network alone: \`${model}\``,
      'Token ids to probabilities. All engines have the same weights, and their results were compared before timing.',
      measurementTable(inference.filter(measurement => measurement.model === model)),
    ]),
    ...(textToLabel.length === 0
      ? []
      : ['## From text to label', 'Including the text processing.', measurementTable(textToLabel)]),
    ...(service.length === 0
      ? []
      : [
          '## The server',
          'The built server on an embedded PostgreSQL; server, database and load share this machine.',
          textTable(
            ['measured', 'value', 'unit'],
            service.map(({ name, value, unit }) => [name, shown(value), unit]),
            1,
          ),
        ]),
    ...(notices.length === 0 ? [] : ['## Excluded', notices.map(notice => `- ${notice}`).join('\n')]),
  ].join('\n\n')
}

export const machineText = ({ cpu, cores, memoryGb, platform, node, loadBefore, revision, measuredAt }: Machine) =>
  `${cpu}, ${cores} cores, ${memoryGb} GB, ${platform}, Node ${node}; code ${revision ?? 'unknown'}, ${measuredAt.slice(0, 16)}Z, load before the run ${loadBefore}.`

const measurementTable = (measurements: readonly Measurement[]) =>
  textTable(
    ['engine', 'version', 'model', 'order', 'batch', 'us CPU', 'least', 'most', 'x Pulso'],
    measurements.map(({ engine, version, model, order, batch, cpuMicrosPerTweet, low, high, ratio }) => [
      ...[engine, version, model, order, `${batch}`],
      ...[cpuMicrosPerTweet, low, high].map(shown),
      ratio.toFixed(2),
    ]),
    4,
  )

/** Three significant digits, with thousands separators instead of fractions for large values. */
const shown = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : `${Number(value.toPrecision(3))}`
