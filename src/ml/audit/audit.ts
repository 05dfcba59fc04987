import { LABELS, type Label } from '../../labels.ts'
import { entityKey } from '../language/entity-key.ts'
import { measureAccuracies } from './accuracies.ts'
import type { AuditReport } from './audit-report.ts'
import type { AuditedFile, AuditedRow } from './audited-file.ts'
import { checkSearch } from './check-search.ts'
import { findContradictions } from './contradictions.ts'
import type { AuditedParts } from './divide-rows.ts'
import { findLeaks, type Leak, type LeakKind, type LeakOptions } from './find-leaks.ts'
import { lookUpLabels } from './look-up-labels.ts'
import { majorityLabel } from './majority-label.ts'
import { bandsFor, collisionProbability, ROWS_PER_BAND } from './min-hash.ts'
import { trainNaiveBayes } from './naive-bayes.ts'
import { SHINGLE_LENGTH } from './shingle-sets.ts'
import { indexTexts, type TextIndex } from './text-index.ts'

/** A model whose accuracy is measured beside that of the simple predictors. */
export interface AuditedModel {
  readonly version: string
  /** A label for each row; null if the model does not know the row's label. Same length and order. */
  predict(rows: readonly AuditedRow[], onProgress: (share: number) => void): Promise<readonly (Label | null)[]>
  /** Null if the model has no record of its training tweets. */
  readonly isTrainedOn: ((row: AuditedRow) => boolean) | null
}

export interface AuditOptions extends Pick<LeakOptions, 'nearDuplicate' | 'paraphrase' | 'seed'> {
  readonly model: AuditedModel | null
  /** Test rows for the check of the search; 0 omits it. */
  readonly checkedRowCount: number
  readonly heading: Pick<AuditReport, 'pulsoVersion' | 'command'>
  readonly now: Date
  /** Reports the share of all work that is done, and the kind of the present work. */
  readonly onProgress: (share: number, work: string) => void
}

/** Audits the parts of one or two files. The result depends only on the rows, the options and the time. */
export async function audit(
  files: readonly AuditedFile[],
  parts: AuditedParts,
  options: AuditOptions,
): Promise<{ readonly report: AuditReport; readonly leaks: readonly Leak[] }> {
  const { nearDuplicate, paraphrase, seed, model, checkedRowCount } = options
  const stages = 2 + Number(checkedRowCount > 0) + Number(model !== null)
  let stagesDone = -1
  const startStage = (work: string) => {
    stagesDone += 1
    return (share: number) => options.onProgress((stagesDone + share) / stages, work)
  }
  const bands = bandsFor(paraphrase)
  const texts = indexTexts(parts)
  let bandsDone = 0
  const compared = startStage('comparing texts')
  const found = await findLeaks(parts, texts, {
    ...options,
    onBand: () => compared(++bandsDone / bands),
  })
  const levels = [nearDuplicate, paraphrase]
  const check =
    checkedRowCount === 0
      ? null
      : await checkSearch(parts, texts, found, {
          rowCount: checkedRowCount,
          levels,
          seed,
          onProgress: startStage('checking the search'),
        })
  const majority = majorityLabel(parts.training)
  const lookedUp = await lookUpLabels(parts, startStage('looking up neighbours'))
  const modelLabels = model === null ? null : await model.predict(parts.test, startStage('classifying with the model'))

  const leaking = new Set(found.leaks.map(({ row }) => row))
  const predictions = [
    { predictor: 'most frequent label', labels: parts.test.map(() => majority) },
    { predictor: 'nearest-neighbour look-up', labels: lookedUp.map(label => label ?? majority) },
    { predictor: 'naive Bayes', labels: predictByBayes(parts, texts) },
    ...(model === null || modelLabels === null ? [] : [{ predictor: model.version, labels: modelLabels }]),
  ]
  const report: AuditReport = {
    files: files.map(({ name, sha256, unusableRowCount }) => ({ name, sha256, unusableRowCount })),
    split: parts.description,
    trainingRowCount: parts.training.length,
    testRowCount: parts.test.length,
    unassignedRowCount: parts.unassignedRowCount,
    leaks: leakCounts(found.leaks),
    sameLabelCount: found.leaks.filter(({ row, nearest }) => row.label === nearest.label).length,
    shortTextRowCount: found.shortTextRowCount,
    sharedIds:
      found.sharedIdRowCount === 0
        ? null
        : {
            rowCount: found.sharedIdRowCount,
            similarRowCount: found.sharedIdSimilarRowCount,
            foundRowCount: found.sharedIdFoundRowCount,
            areTweets: found.areIdsTweets,
          },
    majorityLabel: majority,
    accuracies: measureAccuracies(parts.test, row => leaking.has(row), predictions),
    unanswerableRowCount: modelLabels?.filter(label => label === null).length ?? 0,
    trainedOnRowCount: model?.isTrainedOn == null ? null : parts.test.filter(model.isTrainedOn).length,
    contradictions: findContradictions(files.flatMap(({ rows }) => rows)),
    method: {
      shingleLength: SHINGLE_LENGTH,
      bands,
      rowsPerBand: ROWS_PER_BAND,
      seed,
      nearDuplicate,
      paraphrase,
      recallAtParaphrase: collisionProbability(paraphrase, bands),
    },
    check,
    ...options.heading,
    auditedAt: options.now.toISOString(),
  }
  return { report, leaks: found.leaks }
}

function leakCounts(leaks: readonly Leak[]): AuditReport['leaks'] {
  const count = (kind: LeakKind) => leaks.filter(({ kinds }) => kinds.includes(kind)).length
  return {
    any: leaks.length,
    sameId: count('SAME_ID'),
    sameText: count('SAME_TEXT'),
    nearDuplicate: count('NEAR_DUPLICATE'),
    paraphrase: count('PARAPHRASE'),
  }
}

function predictByBayes(parts: AuditedParts, { words, trainingTexts, testTexts }: TextIndex) {
  const bayesText = (text: number, { entity }: AuditedRow) => ({ words: words[text] ?? '', entity: keyOf(entity) })
  const predict = trainNaiveBayes(
    parts.training.map((row, index) => ({ ...bayesText(trainingTexts[index] as number, row), label: row.label })),
    LABELS,
  )
  return parts.test.map((row, index) => predict(bayesText(testTexts[index] as number, row)))
}

const keyOf = (entity: string | null) => (entity === null ? null : entityKey(entity))
