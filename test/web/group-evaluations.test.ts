import { expect, test } from 'vitest'
import { describeDataset, describeSeeds } from '../../web/models/describe-evaluation.ts'
import { groupEvaluations } from '../../web/models/group-evaluations.ts'
import type { EvaluationSummary } from '../../web/models/models-query.ts'

const estimate = (value: number) => ({ value, low: value - 0.01, high: value + 0.01, sampleSize: 100 })
const evaluation = (
  dataset: string,
  labelCount: 3 | 4,
  seed: number | null,
  more: Partial<EvaluationSummary> = {},
): EvaluationSummary => ({
  dataset,
  split: 'GROUPED',
  labels: (['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'IRRELEVANT'] as const).slice(0, labelCount),
  rowCount: 100,
  tweetCount: 90,
  excludedRowCount: 0,
  trainedOnRowCount: 0,
  trainedFor: 'SPLIT',
  epochs: 5,
  seed,
  isLeaky: false,
  leakReason: null,
  command: 'pulso evaluate',
  evaluatedAt: `2026-11-24T10:0${seed ?? 0}:00Z`,
  accuracy: estimate(0.6 + (seed ?? 0) / 100),
  macroPrecision: estimate(0.6),
  macroRecall: estimate(0.6),
  macroF1: estimate(0.6),
  majorityBaseline: 0.4,
  linearBaseline: null,
  entityBlindAccuracy: null,
  ...more,
})

test('evaluations of one data set are one group, with the seed of the weights before others', () => {
  const groups = groupEvaluations(
    [2, 1, 4].flatMap(seed => [evaluation('kaggle', 3, seed), evaluation('kaggle', 4, seed)]),
    4,
  )
  expect(groups).toHaveLength(1)
  expect(
    groups[0]?.rows.map(({ evaluation: { labels, seed }, others }) => [labels.length, seed, others.length]),
  ).toEqual([
    [4, 4, 2],
    [3, 4, 2],
  ])
})

test('without an evaluation of that seed, the newest stands for the others', () => {
  const [group] = groupEvaluations([evaluation('kaggle', 3, 2), evaluation('kaggle', 3, 1)], 42)
  expect(group?.rows[0]?.evaluation.seed).toBe(2)
})

test('leaky groups are last, and other splits are groups of their own', () => {
  const groups = groupEvaluations(
    [
      evaluation('kaggle', 3, 1, { split: 'RANDOM_LEAKY', isLeaky: true }),
      evaluation('kaggle', 3, 1),
      evaluation('sanders', 3, null, { split: 'EXTERNAL', trainedFor: 'SERVING' }),
    ],
    1,
  )
  expect(groups.map(({ dataset, split }) => [dataset, split])).toEqual([
    ['kaggle', 'GROUPED'],
    ['sanders', 'EXTERNAL'],
    ['kaggle', 'RANDOM_LEAKY'],
  ])
})

test('data sets and seeds are described for people', () => {
  expect(describeDataset('semeval_topics (column_5=2016dev)')).toBe('semeval_topics, rows with column_5 = 2016dev')
  expect(describeDataset('sanders_feed')).toBe('sanders_feed')
  expect(describeSeeds([evaluation('kaggle', 3, 2), evaluation('kaggle', 3, 1)])).toBe(
    '2 seeds: accuracy 0.610 to 0.620',
  )
})
