import { checkMention } from '../classification/check-request.ts'
import { orderedMap } from '../concurrency/ordered-map.ts'
import { LABELS } from '../labels.ts'
import type { Classifier, Scores } from '../ml/network/classifier.ts'
import { type Problem, succeed } from '../problem/problem.ts'
import type { ReadRow } from '../tables/row.ts'
import { shownLabel } from './shown-label.ts'

/** Columns of CSV. */
export const ROW_COLUMNS = [
  'line',
  'externalId',
  'entity',
  'label',
  'confidence',
  ...LABELS.map(label => `probabilities.${label.toLowerCase()}`),
  'isUncertain',
  'isTruncated',
  'unknownTokenShare',
  'language',
  'unreadReason',
  'model',
  'error.code',
  'error.message',
]

export type RowAnswer = ReturnType<typeof answerLine> | ReturnType<typeof failureLine>

/** For people. */
export const shownRow = (answer: RowAnswer): string =>
  'error' in answer
    ? `line ${answer.line}: ${answer.error.message}`
    : `line ${answer.line}: ${shownLabel(answer)}${answer.isUncertain ? ', uncertain' : ''}`

/** The answer about each row, in the order of the rows. Up to `width` portions of rows are scored concurrently. */
export async function* classifyRows(
  portions: AsyncIterable<readonly ReadRow[]>,
  classifier: Classifier,
  width: number,
): AsyncGenerator<readonly RowAnswer[]> {
  yield* orderedMap(portions, width, async rows => {
    const checked = rows.map(({ line, fields }) => ({ line, result: fields.ok ? checkRow(fields.value) : fields }))
    const scores = (
      await classifier.classify(checked.flatMap(({ result }) => (result.ok ? [result.value.mention] : [])))
    ).values()
    return checked.map(({ line, result }) => {
      if (!result.ok) return failureLine(line, result.problem)
      const next = scores.next()
      if (next.done === true) throw new Error('The model returned fewer results than there are texts.')
      return answerLine(line, result.value, next.value, classifier.version)
    })
  })
}

function checkRow({ externalId, text, entity }: { externalId: string | null; text: string; entity: string | null }) {
  const mention = checkMention({ text, entity })
  return mention.ok ? succeed({ externalId, mention: mention.value }) : mention
}

const answerLine = (
  line: number,
  { externalId, mention }: { externalId: string | null; mention: { entity: string | null } },
  { label, confidence, probabilities, isUncertain, isTruncated, unknownTokenShare, language, unreadReason }: Scores,
  model: string,
) => ({
  line,
  externalId,
  entity: mention.entity,
  label,
  confidence,
  probabilities,
  isUncertain,
  isTruncated,
  unknownTokenShare,
  language,
  unreadReason,
  model,
})

const failureLine = (line: number, { code, message, field }: Problem) => ({ line, error: { code, message, field } })
