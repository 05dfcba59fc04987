import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { adaptInThread } from '../ml/adaptation/adapt-in-thread.ts'
import type { Adaptation, AdaptationResult } from '../ml/adaptation/adapt-model.ts'
import { adaptedFiles } from '../ml/adaptation/adapted-files.ts'
import type { LabelledMention } from '../ml/adaptation/find-correction.ts'
import type { AdaptationReport } from '../ml/evaluation/adaptation-report.ts'
import { trainedOnTest } from '../ml/evaluation/trained-on.ts'
import { loadModel } from '../ml/network/load-model.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { writeModelFolder } from '../models/write-model-folder.ts'

export interface VersionWanted {
  /** The version to adapt. It must not be adapted itself. */
  readonly parent: ModelFolder
  readonly mentions: readonly LabelledMention[]
  readonly name: string
  /** The folder to write, which must not exist. */
  readonly directory: string
  readonly labelSource: AdaptationReport['labelSource']
  /** The name of the labels in the evaluation. */
  readonly dataset: string
  readonly command: string
  readonly now: Date
  readonly signal?: AbortSignal | undefined
}

export type MadeVersion =
  | {
      readonly isAdapted: true
      readonly folder: ModelFolder
      readonly report: AdaptationReport
      /** Of each mention, in their order; null if its label was not used. */
      readonly answers: Adaptation['answers']
      /** Labels on tweets that the parent was trained on, which were left out. */
      readonly knownCount: number
    }
  | (Extract<AdaptationResult, { readonly isAdapted: false }> & { readonly knownCount: number })

/**
 * Adapts a version to labels and writes the new version's folder, in one step at the end. Nothing is written if the
 * adaptation would not help. Throws a `UsageError` for a damaged folder, and if the new one cannot be written.
 */
export async function makeVersion(wanted: VersionWanted): Promise<MadeVersion> {
  const { parent, mentions, name, directory, labelSource, dataset, command, now, signal } = wanted
  const { trainedOn: recordName } = parent.manifest.provenance
  const [model, vocabularyFile, trainedOn] = await Promise.all([
    loadModel(parent.directory),
    readFile(join(parent.directory, parent.manifest.preprocessing.vocabulary)),
    recordName === null ? null : readFile(join(parent.directory, recordName)),
  ])
  const isKnown = trainedOn === null ? () => false : trainedOnTest(trainedOn)
  const positions = mentions.flatMap((mention, index) => (isKnown(mention) ? [] : [index]))
  const unknown = positions.flatMap(index => mentions[index] ?? [])
  const knownCount = mentions.length - unknown.length
  const adapted = await adaptInThread({ model, mentions: unknown, name }, signal)
  if (!adapted.isAdapted) return { ...adapted, knownCount }
  const { manifest, report, evaluation, files } = adaptedFiles({
    adaptation: adapted,
    mentions: unknown,
    parentVersion: parent.version,
    vocabularyFile,
    trainedOn,
    errors: parent.estimates?.errors ?? null,
    labelSource,
    dataset,
    command,
    now,
  })
  await writeModelFolder(directory, files)
  const answers: Adaptation['answers'][number][] = mentions.map(() => null)
  for (const [index, position] of positions.entries()) answers[position] = adapted.answers[index] ?? null
  return {
    isAdapted: true,
    folder: {
      directory,
      manifest,
      version: adapted.model.version,
      evaluations: [evaluation],
      estimates: null,
      adaptation: report,
    },
    report,
    answers,
    knownCount,
  }
}
