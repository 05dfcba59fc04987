import type { EvaluationSummary } from './models-query.ts'

type Split = EvaluationSummary['split']

const SPLITS: Record<Split, string> = {
  GROUPED: 'divided by tweet',
  UNSEEN_ENTITIES: 'entities never trained on',
  RANDOM_LEAKY: 'random rows',
  KAGGLE_VALIDATION: "Kaggle's validation file",
  EXTERNAL: 'a corpus of its own',
  CORRECTIONS: 'labels corrected here',
}

/** How the test rows were kept apart. */
export const describeSplit = (split: Split): string => SPLITS[split]

/** Which weights were measured: those that answer, or others of the same recipe. */
export const describeWeights = (trainedFor: EvaluationSummary['trainedFor']): string =>
  trainedFor === 'SERVING' ? 'the weights that answer' : 'the recipe, trained anew for this split'

/** Names an evaluation among those of its model: the same data can be measured with three labels and with four. */
export const evaluationKey = ({
  dataset,
  split,
  labels,
  evaluatedAt,
}: Pick<EvaluationSummary, 'dataset' | 'split' | 'labels' | 'evaluatedAt'>): string =>
  [dataset, split, labels.length, evaluatedAt].join('|')
