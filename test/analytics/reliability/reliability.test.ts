import { expect, test } from 'vitest'
import { reliabilityFromEvaluations } from '../../../src/analytics/reliability/from-evaluations.ts'
import { FEWEST_LABELLED, reliabilityFromLabels } from '../../../src/analytics/reliability/from-labels.ts'
import type { LabelledAnswer } from '../../../src/analytics/reliability/read-labelled.ts'
import { LABELS, type Label } from '../../../src/labels.ts'
import type { EvaluationReport } from '../../../src/ml/evaluation/report.ts'
import { encodeTrainedOn, trainedOnTest } from '../../../src/ml/evaluation/trained-on.ts'
import { madeReport } from '../../support/made-report.ts'

const answer = (number: number, actual: Label, label: Label = actual, changes: Partial<LabelledAnswer> = {}) => ({
  tweetId: `t${number}`,
  externalId: String(number),
  text: `What somebody wrote on this day, number ${number}`,
  actual,
  label,
  confidence: 1,
  positive: Number(label === 'POSITIVE'),
  neutral: Number(label === 'NEUTRAL'),
  negative: Number(label === 'NEGATIVE'),
  irrelevant: Number(label === 'IRRELEVANT'),
  ...changes,
})
const turns = (n: number): LabelledAnswer[] =>
  Array.from({ length: n }, (_, i) =>
    answer(i, i % 2 === 0 ? 'POSITIVE' : 'NEGATIVE', i % 4 === 3 ? 'NEUTRAL' : undefined),
  )
const measure = (answers: readonly LabelledAnswer[], changes: object = {}) =>
  reliabilityFromLabels({ entity: 'Xbox', answers, labels: LABELS, isTrainedOn: () => false, ...changes })

test('accuracy and macro-F1 are those of the labels', () => {
  const reliability = measure(turns(100))
  expect(reliability).toMatchObject({
    source: 'HUMAN_LABELS',
    isOfEntity: true,
    excludedTweetCount: 0,
    evaluation: null,
  })
  expect(reliability?.accuracy).toMatchObject({ value: 0.75, sampleSize: 100 })
  // Positive: all found, nothing else called so. Negative: half of them found, nothing else called so.
  expect(reliability?.macroF1.value).toBeCloseTo((1 + 2 / 3) / 2, 12)
})

test('tweets that the model was trained on are excluded, by id and by text', () => {
  const isTrainedOn = trainedOnTest(
    encodeTrainedOn([
      ...turns(20).map(({ externalId }) => ({ id: externalId, entity: '#xbox', text: '' })),
      { id: null, entity: null, text: 'WHAT somebody wrote, on this day: number 21!' },
      { id: '22', entity: 'Playstation', text: '' },
    ]),
  )
  expect(measure(turns(100), { isTrainedOn })).toMatchObject({ excludedTweetCount: 21, accuracy: { sampleSize: 79 } })
})

test('without a record of the training data, the number of excluded tweets is null', () => {
  expect(measure(turns(100), { isTrainedOn: null })).toMatchObject({
    excludedTweetCount: null,
    accuracy: { sampleSize: 100 },
  })
})

test('a label that the model cannot give does not count as an error', () => {
  const answers = [...turns(100), ...Array.from({ length: 30 }, (_, i) => answer(200 + i, 'IRRELEVANT', 'NEUTRAL'))]
  const three = LABELS.filter(label => label !== 'IRRELEVANT')
  expect(measure(answers, { labels: three })?.accuracy).toMatchObject({ value: 0.75, sampleSize: 100 })
  expect(measure(answers)?.accuracy.sampleSize).toBe(130)
})

test('variants of one tweet count as one, for the interval and for the minimum number', () => {
  const variants = turns(100).map((made, number) => ({ ...made, externalId: String(Math.floor(number / 4)) }))
  expect(measure(variants)).toBeNull()
  const many = turns(400).map((made, number) => ({ ...made, externalId: String(number % 100) }))
  const widthOf = (answers: readonly LabelledAnswer[]) => {
    const { low, high } = measure(answers)?.accuracy ?? { low: null, high: null }
    return Number(high) - Number(low)
  }
  expect(widthOf(many)).toBeGreaterThan(1.5 * widthOf(turns(400)))
})

test(`${FEWEST_LABELLED} independent tweets are enough, and one less is not`, () => {
  expect(measure(turns(FEWEST_LABELLED))).not.toBeNull()
  expect(measure(turns(FEWEST_LABELLED - 1))).toBeNull()
})

test('tweets without an external id are independent', () => {
  expect(measure(turns(40).map(made => ({ ...made, externalId: null })))?.accuracy.sampleSize).toBe(40)
})

const three = madeReport(LABELS.filter(label => label !== 'IRRELEVANT'))
const grouped = madeReport()
const reports = [three, grouped]

test('an evaluation with figures for the entity comes first, else the split by tweet as a whole', () => {
  const [named] = grouped.perEntity
  expect(reliabilityFromEvaluations(`#${named?.name}`, LABELS, reports)).toMatchObject({
    source: 'EVALUATION',
    isOfEntity: true,
    accuracy: named?.accuracy,
    evaluation: { dataset: grouped.dataset, split: 'GROUPED' },
  })
  const elsewhere = {
    ...grouped,
    split: 'EXTERNAL' as const,
    tweetCount: 5,
    perEntity: [{ ...grouped.perEntity[1], name: 'Only there' }],
  }
  expect(reliabilityFromEvaluations('only there', LABELS, [...reports, elsewhere as EvaluationReport])).toMatchObject({
    isOfEntity: true,
    evaluation: { split: 'EXTERNAL', tweetCount: 5 },
  })
  expect(reliabilityFromEvaluations('Nobody', LABELS, reports)).toMatchObject({
    isOfEntity: false,
    accuracy: grouped.accuracy,
    macroF1: grouped.macroF1,
    evaluation: { split: 'GROUPED' },
  })
})

test('evaluations that leak, or measure fewer labels than the model gives, are not used', () => {
  expect(reliabilityFromEvaluations('Nobody', LABELS, [{ ...grouped, isLeaky: true }])).toBeNull()
  expect(reliabilityFromEvaluations('Nobody', LABELS, [three])).toBeNull()
  expect(reliabilityFromEvaluations('Nobody', LABELS, [])).toBeNull()
})
