import { formatThousandths } from '../numbers/format-number.ts'
import type { EvaluationSummary } from './models-query.ts'

type Split = EvaluationSummary['split']

const SPLITS: Record<Split, string> = {
  GROUPED: 'split by tweet',
  RANDOM_LEAKY: 'split by random rows',
  PUBLISHED_VALIDATION: 'the published validation file',
  EXTERNAL: 'an external corpus',
}

/** How the test rows were separated from the training rows. */
export const describeSplit = (split: Split): string => SPLITS[split]

/** Which weights were measured: those of this version, or others trained by the same recipe. */
export function describeWeights({ trainedFor, seed }: Pick<EvaluationSummary, 'trainedFor' | 'seed'>): string {
  if (trainedFor === 'SERVING') return 'these weights'
  return `the recipe, trained anew for this split${seed === null ? '' : ` with seed ${seed}`}`
}

/** The name of a data set, and in words which of its rows: semeval_topics, rows with column_5 = 2016dev. */
export function describeDataset(dataset: string): string {
  const [, name, rows] = /^(.*?) \((.*)\)$/.exec(dataset) ?? []
  return name === undefined || rows === undefined ? dataset : `${name}, rows with ${rows.replace('=', ' = ')}`
}

/** How much the accuracy depends on the seed of the training. */
export function describeSeeds(evaluations: readonly Pick<EvaluationSummary, 'accuracy'>[]): string {
  const values = evaluations.flatMap(({ accuracy }) => accuracy.value ?? [])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return `${evaluations.length} seeds: accuracy ${formatThousandths(low)} to ${formatThousandths(high)}`
}

/** Identifies an evaluation of a model: the same data can be measured with three labels and with four. */
export const evaluationKey = ({
  dataset,
  split,
  labels,
  evaluatedAt,
}: Pick<EvaluationSummary, 'dataset' | 'split' | 'labels' | 'evaluatedAt'>): string =>
  [dataset, split, labels.length, evaluatedAt].join('|')
