import type { EvaluationSummary } from './models-query.ts'

type Split = EvaluationSummary['split']

const SPLITS: Record<Split, string> = {
  GROUPED: 'divided by tweet',
  RANDOM_LEAKY: 'random rows',
  PUBLISHED_VALIDATION: 'the published validation file',
  EXTERNAL: 'a corpus of its own',
}

/** How the test rows were kept apart. */
export const describeSplit = (split: Split): string => SPLITS[split]

/** Which weights were measured: those that answer, or others of the same recipe. */
export function describeWeights({ trainedFor, seed }: Pick<EvaluationSummary, 'trainedFor' | 'seed'>): string {
  if (trainedFor === 'SERVING') return 'the weights that answer'
  return `the recipe, trained anew for this split${seed === null ? '' : ` with seed ${seed}`}`
}

/** Names an evaluation among those of its model: the same data can be measured with three labels and with four. */
export const evaluationKey = ({
  dataset,
  split,
  labels,
  evaluatedAt,
}: Pick<EvaluationSummary, 'dataset' | 'split' | 'labels' | 'evaluatedAt'>): string =>
  [dataset, split, labels.length, evaluatedAt].join('|')
