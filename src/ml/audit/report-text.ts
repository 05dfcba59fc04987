import type { Estimate } from '../../statistics/estimate.ts'
import type { Accuracies } from './accuracies.ts'
import type { AuditReport } from './audit-report.ts'

/** Formats a report for a terminal. The finding comes first, and everything that a citation needs follows. */
export function reportText(report: AuditReport): string {
  const { files, split, trainingRowCount, testRowCount, unassignedRowCount, leaks, method } = report
  return [
    `${percent(leaks.any, testRowCount)} of the test rows leak: ${number(leaks.any)} of ${number(testRowCount)} have a counterpart in training.`,
    '',
    ...files.map(({ name, sha256 }) => `file      ${name}, sha256 ${sha256}`),
    `split     ${split}`,
    `rows      ${number(trainingRowCount)} training, ${number(testRowCount)} test${unassignedRowCount > 0 ? `, ${number(unassignedRowCount)} in neither part` : ''}${unusable(report)}`,
    `method    Jaccard similarity of sets of ${method.shingleLength}-character shingles, candidates by MinHash`,
    `          (${method.bands} bands of ${method.rowsPerBand}, seed ${method.seed}); finds ${percent(method.recallAtParaphrase, 1)} of the pairs at ${method.paraphrase}`,
    `version   pulso ${report.pulsoVersion}, ${report.auditedAt}`,
    `command   ${report.command}`,
    '',
    ...align([
      ['test rows with, in training', 'rows', 'share'],
      ...leakLines(report).map(([name, count]) => [name, number(count), percent(count, testRowCount)]),
    ]),
    '',
    ...align([
      ['accuracy (95 % interval)', 'all test rows', 'rows that leak', 'other rows'],
      ...report.accuracies.map(({ predictor, all, leaking, others }) => [
        predictor === 'most frequent label' ? `${predictor} (${title(report.majorityLabel)})` : predictor,
        ...[all, leaking, others].map(interval),
      ]),
    ]),
    '',
    ...findings(report),
  ]
    .map(line => line.trimEnd())
    .join('\n')
}

const leakLines = ({ leaks, method }: AuditReport): readonly (readonly [string, number])[] => [
  ['the same id', leaks.sameId],
  ['the same text', leaks.sameText],
  [`a near duplicate (similarity >= ${method.nearDuplicate})`, leaks.nearDuplicate],
  [`a paraphrase (similarity >= ${method.paraphrase})`, leaks.paraphrase],
  ['any of these', leaks.any],
]

/** Complete sentences about the numbers above. */
function findings(report: AuditReport): string[] {
  const { leaks, sameLabelCount, shortTextRowCount, sharedIds, contradictions, check, accuracies } = report
  return [
    ...(leaks.any > 0
      ? [`The nearest training row has the same label in ${percent(sameLabelCount, leaks.any)} of the rows that leak.`]
      : []),
    ...verdict(accuracies),
    ...(sharedIds === null ? [] : [sharedIdSentence(sharedIds, report)]),
    ...(shortTextRowCount > 0
      ? [
          `${count(shortTextRowCount, 'test row')} with a text of fewer than 20 letters ${are(shortTextRowCount)} in training too; such texts identify no tweet and are not counted.`,
        ]
      : []),
    contradictionSentence(contradictions),
    ...(contradictions.entityDependentTextCount > 0
      ? [
          `${count(contradictions.entityDependentTextCount, 'text')} ${contradictions.entityDependentTextCount === 1 ? 'has' : 'have'} different labels for different entities.`,
        ]
      : []),
    ...(report.unanswerableRowCount > 0
      ? [
          `${count(report.unanswerableRowCount, 'test row')} excluded from the model's accuracy: it does not know their label.`,
        ]
      : []),
    ...(report.trainedOnRowCount === null
      ? []
      : [`The model was trained on the tweets of ${count(report.trainedOnRowCount, 'test row')}, by its own record.`]),
    ...(check === null
      ? []
      : check.levels.map(
          ({ similarity, exactRowCount, recall, precision }) =>
            `Check at ${similarity}: of ${count(check.rowCount, 'random test row')}, ${number(exactRowCount)} have such a neighbour by exact comparison; recall ${interval(recall)}, precision ${interval(precision)}.`,
        )),
  ]
}

/** A look-up that gains much on all rows, and little on rows without a leak, shows what memory is worth on this split. */
function verdict(accuracies: readonly Accuracies[]): string[] {
  const [majority, lookUp] = accuracies
  if (majority?.all.value == null || lookUp?.all.value == null) return []
  const gain = lookUp.all.value - majority.all.value
  const sign = gain < 0 ? '' : '+'
  return [
    `Copying the label of the nearest training row gains ${sign}${(100 * gain).toFixed(1)} points over the most frequent label on all test rows${othersGain(majority, lookUp)}.`,
  ]
}

function othersGain(majority: Accuracies, lookUp: Accuracies): string {
  if (majority.others.value === null || lookUp.others.value === null || majority.leaking.value === null) return ''
  const gain = lookUp.others.value - majority.others.value
  return `, and ${gain < 0 ? '' : '+'}${(100 * gain).toFixed(1)} points without the rows that leak`
}

function sharedIdSentence(sharedIds: NonNullable<AuditReport['sharedIds']>, { method }: AuditReport): string {
  const { rowCount, similarRowCount, foundRowCount, areTweets } = sharedIds
  return areTweets
    ? `The search by text alone finds ${percent(foundRowCount, rowCount)} of the ${count(rowCount, 'row')} with the same id.`
    : `${count(rowCount, 'test row')} share an id with training, but only ${percent(similarRowCount, rowCount)} of them a text (similarity >= ${method.paraphrase}): these ids are no ids of tweets and are not counted.`
}

function contradictionSentence(contradictions: Contradictions): string {
  const { repeatedRowCount, contradictoryTextCount, contradictoryRowCount, accuracyCeiling } = contradictions
  if (repeatedRowCount === 0)
    return 'No text occurs twice with the same entity, so labels cannot contradict each other.'
  if (contradictoryTextCount === 0) {
    return `${count(repeatedRowCount, 'row')} repeat a text with the same entity, and their labels never contradict each other.`
  }
  return `${count(repeatedRowCount, 'row')} repeat a text with the same entity; ${count(contradictoryRowCount, 'row')} (${count(contradictoryTextCount, 'text')}) of them have contradictory labels. No model of text and entity can exceed an accuracy of ${ceiling(accuracyCeiling)} on these rows.`
}

type Contradictions = AuditReport['contradictions']

const unusable = ({ files }: AuditReport) => {
  const unusableRowCount = files.reduce((sum, file) => sum + file.unusableRowCount, 0)
  return unusableRowCount === 0 ? '' : `; ${number(unusableRowCount)} without a text or a label`
}

/** Rounded down, because it is a limit. */
const ceiling = (accuracy: number) => (Math.floor(accuracy * 10_000) / 10_000).toFixed(4)

const interval = ({ value, low, high }: Estimate) =>
  value === null
    ? '-'
    : `${value.toFixed(3)} (${low === null || high === null ? '-' : `${low.toFixed(3)}-${high.toFixed(3)}`})`

const number = (value: number) => value.toLocaleString('en')

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

const count = (amount: number, noun: string) => `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`

const are = (amount: number) => (amount === 1 ? 'is' : 'are')

const title = (label: string) => label.slice(0, 1) + label.slice(1).toLowerCase()

/** First column left-aligned, the others right-aligned, two spaces between. */
function align(table: readonly (readonly string[])[]): string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map(row => (row[column] ?? '').length)))
  return table.map(row =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
}
