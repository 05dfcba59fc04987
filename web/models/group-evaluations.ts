import { evaluationKey } from './describe-evaluation.ts'
import type { EvaluationSummary } from './models-query.ts'

/** Evaluations of one data set and split. */
export interface EvaluationGroup {
  readonly key: string
  readonly dataset: string
  readonly split: EvaluationSummary['split']
  readonly isLeaky: boolean
  /** For each set of labels, the most labels first. */
  readonly rows: readonly EvaluationRow[]
}

export interface EvaluationRow {
  /** Of the seed of the served weights if it was measured, otherwise the newest. */
  readonly evaluation: EvaluationSummary
  /** The same measurement with other seeds. */
  readonly others: readonly EvaluationSummary[]
}

const by = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

/** Groups evaluations by what they measure. Groups stay in the given order, but leaky ones are last. */
export function groupEvaluations(
  evaluations: readonly EvaluationSummary[],
  seed: number | null,
): readonly EvaluationGroup[] {
  return by(evaluations, ({ dataset, split }) => `${dataset}|${split}`)
    .flatMap((group): EvaluationGroup[] => {
      const [first] = group
      if (first === undefined) return []
      return [
        {
          key: evaluationKey(first),
          dataset: first.dataset,
          split: first.split,
          isLeaky: group.some(({ isLeaky }) => isLeaky),
          rows: by(group, ({ labels, trainedFor }) => `${labels.length}|${trainedFor}`)
            .flatMap(same => rowOf(same, seed))
            .sort((a, b) => b.evaluation.labels.length - a.evaluation.labels.length),
        },
      ]
    })
    .sort((a, b) => Number(a.isLeaky) - Number(b.isLeaky))
}

function rowOf(same: readonly EvaluationSummary[], seed: number | null): EvaluationRow[] {
  const evaluation = same.find(candidate => candidate.seed === seed) ?? same[0]
  return evaluation === undefined ? [] : [{ evaluation, others: same.filter(other => other !== evaluation) }]
}
