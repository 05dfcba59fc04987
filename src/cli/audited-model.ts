import type { Config } from '../config.ts'
import type { AuditedModel } from '../ml/audit/audit.ts'
import { scoreRows } from '../ml/evaluation/score-rows.ts'
import { createClassifier } from '../ml/network/create-classifier.ts'
import { findModel } from '../models/find-model.ts'
import { inferenceThreads } from './inference-threads.ts'
import { readTrainedOn } from './read-trained-on.ts'

/** Opens a model for an audit. Throws a `UsageError` for an unknown name. */
export async function openAuditedModel(
  name: string,
  config: Config,
): Promise<{ readonly audited: AuditedModel; close(): Promise<void> }> {
  const model = await findModel(config.modelDirectories, name)
  const isTrainedOn = await readTrainedOn(model)
  const threads = inferenceThreads(config)
  const classifier = await createClassifier({ directory: model.directory, threads, maxQueuedMentions: 1000 })
  const { labels } = model.manifest
  return {
    audited: {
      version: classifier.version,
      isTrainedOn,
      predict: async (rows, onProgress) => {
        const scored = await scoreRows(classifier, rows, {
          onProgress: rowsDone => onProgress(rowsDone / rows.length),
        })
        return rows.map((row, index) => (labels.includes(row.label) ? (scored[index]?.scores.label ?? null) : null))
      },
    },
    close: () => classifier.close(),
  }
}
