import type { Label } from '../../labels.ts'
import { amongLabels } from '../evaluation/among-labels.ts'
import { confusionMatrix } from '../evaluation/confusion-matrix.ts'
import { f1, macroAverage } from '../evaluation/label-metrics.ts'
import type { LabelledRow } from '../evaluation/labelled-file.ts'
import { scoreRows } from '../evaluation/score-rows.ts'
import { createClassifier } from '../network/create-classifier.ts'
import type { TrainedForSplit } from './train-for-split.ts'

/** Training stops after this many consecutive candidates without an improvement. */
const PATIENCE = 2

export interface ChooseOptions {
  readonly threads: number
  readonly say: (line: string) => void
}

/**
 * Returns the candidate with the best macro-F1 on the development rows, the earlier one if equal; null if there are
 * none.
 */
export async function chooseEpochs(
  candidates: AsyncIterable<TrainedForSplit>,
  development: readonly LabelledRow[],
  labels: readonly Label[],
  { threads, say }: ChooseOptions,
): Promise<TrainedForSplit | null> {
  let best: (TrainedForSplit & { readonly macroF1: number }) | null = null
  let worse = 0
  for await (const candidate of candidates) {
    const classifier = await createClassifier({ directory: candidate.directory, threads, maxQueuedMentions: 1000 })
    const scored = await scoreRows(classifier, development).finally(() => classifier.close())
    const macroF1 = macroAverage(confusionMatrix(amongLabels(scored, labels), labels), f1) ?? 0
    say(`epoch ${candidate.epochs}: macro-F1 ${macroF1.toFixed(4)} on ${development.length} development rows`)
    const isBetter: boolean = best === null || macroF1 > best.macroF1
    if (isBetter) best = { ...candidate, macroF1 }
    worse = isBetter ? 0 : worse + 1
    if (worse === PATIENCE) break
  }
  return best
}
