import { createHash } from 'node:crypto'
import type { ErrorModel } from '../../estimates/error-model.ts'
import type { AdaptationReport } from '../evaluation/adaptation-report.ts'
import { buildReport } from '../evaluation/build-report.ts'
import type { EvaluationReport } from '../evaluation/report.ts'
import type { ScoredRow } from '../evaluation/scored-row.ts'
import { encodeTrainedOn } from '../evaluation/trained-on.ts'
import type { ModelManifest } from '../network/manifest.ts'
import type { Adaptation } from './adapt-model.ts'
import { FOLDS, type LabelledMention } from './find-correction.ts'

/** The adapted version and everything about how it was made. */
export interface AdaptedVersion {
  readonly adaptation: Adaptation
  readonly mentions: readonly LabelledMention[]
  readonly parentVersion: string
  /** The content of the parent's vocabulary file. */
  readonly vocabularyFile: Buffer
  /** The parent's record of its training tweets; null if it has none. */
  readonly trainedOn: Buffer | null
  /** The parent's error model; null if it has none. */
  readonly errors: ErrorModel | null
  readonly labelSource: AdaptationReport['labelSource']
  /** The name of the labels in the evaluation, such as that of a file. */
  readonly dataset: string
  readonly command: string
  readonly now: Date
}

export interface AdaptedFiles {
  readonly manifest: ModelManifest
  readonly report: AdaptationReport
  readonly evaluation: EvaluationReport
  /** The content of the version's folder. */
  readonly files: Readonly<Record<string, Uint8Array>>
}

/** In a description. */
const SHOWN_ENTITIES = 3

const TRAINED_ON = 'trained-on.bin'

export function adaptedFiles(version: AdaptedVersion): AdaptedFiles {
  const { adaptation, mentions, vocabularyFile, trainedOn, command, now } = version
  const { model, entities, isShared, labelCount, tweetCount, gain } = adaptation
  const used = mentions.filter((_, row) => adaptation.answers[row] != null)
  const labelsSha256 = hashOf(used)
  const { provenance } = model.manifest
  const manifest: ModelManifest = {
    ...model.manifest,
    description: `${model.manifest.description} Adapted to ${labelCount.toLocaleString('en')} labels${aboutEntities(entities)}.`,
    weights: { ...model.manifest.weights, file: 'weights.bin' },
    preprocessing: { ...model.manifest.preprocessing, vocabulary: 'vocabulary.txt' },
    provenance: {
      ...provenance,
      recipe: null,
      command,
      seed: null,
      trainedAt: now.toISOString(),
      runtime: `Node ${process.versions.node}`,
      data: [...provenance.data, { name: version.dataset, sha256: labelsSha256, rows: labelCount }],
      trainedOn: TRAINED_ON,
    },
  }
  const report: AdaptationReport = {
    modelVersion: model.version,
    parentVersion: version.parentVersion,
    command,
    adaptedAt: now.toISOString(),
    labelSource: version.labelSource,
    labelCount,
    tweetCount,
    entities: [...entities],
    isShared,
    folds: FOLDS,
    ...gain,
    errors: version.errors,
  }
  const evaluation = evaluationOf(version, labelsSha256)
  return {
    manifest,
    report,
    evaluation,
    files: {
      'weights.bin': model.weights,
      'vocabulary.txt': vocabularyFile,
      [TRAINED_ON]: encodeTrainedOn(
        used.map(({ id, entity, text }) => ({ id, entity, text })),
        trainedOn,
      ),
      'adaptation.json': json(report),
      'evaluation.json': json([evaluation]),
      'manifest.json': json(manifest),
    },
  }
}

/** The first entities by their labels. */
function aboutEntities(entities: Adaptation['entities']): string {
  const names = entities.flatMap(({ name }) => name ?? [])
  const first = names.slice(0, SHOWN_ENTITIES)
  if (first.length === 0) return ''
  const more = names.length - first.length
  return ` about ${first.join(', ')}${more === 0 ? '' : ` and ${more} more`}`
}

/** Of the cross-fitted answers: weights that were fitted to other tweets, and were not kept. */
function evaluationOf(
  { adaptation, mentions, dataset, command, now }: AdaptedVersion,
  sha256: string,
): EvaluationReport {
  const { model, answers, tweets } = adaptation
  const rows = mentions.flatMap(({ entity, label }, row): ScoredRow[] => {
    const scores = answers[row]
    if (scores == null) return []
    return [{ tweet: String(tweets[row]), entity, actual: label, scores, isUncertain: scores.isUncertain }]
  })
  return buildReport(
    {
      dataset,
      datasetSha256: sha256,
      split: 'GROUPED',
      excludedRowCount: mentions.length - rows.length,
      trainedOnRowCount: 0,
      isLeaky: false,
      leakReason: null,
      trainedFor: 'SPLIT',
      epochs: null,
      seed: null,
      modelVersion: model.version,
      command,
      evaluatedAt: now.toISOString(),
      temperature: model.manifest.temperature,
    },
    model.manifest.labels,
    { rows, entityBlind: null, absentName: null, otherWord: null, linear: null },
  )
}

const hashOf = (mentions: readonly LabelledMention[]) =>
  createHash('sha256')
    .update(mentions.map(({ id, entity, text, label }) => `${JSON.stringify([id, entity, text, label])}\n`).join(''))
    .digest('hex')

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
