import { type AnalyzedText, analyzeTexts } from '../analysis/analyze-texts.ts'
import { checkNames, createAnalysis } from '../analysis/service.ts'
import { checkMention } from '../classification/check-request.ts'
import { forValid } from '../classification/for-valid.ts'
import type { Config } from '../config.ts'
import { createClassifier } from '../ml/network/create-classifier.ts'
import { DEFAULT_MODEL } from '../models/default-model.ts'
import { findModel } from '../models/find-model.ts'
import { type Result, succeed, UsageError } from '../problem/problem.ts'
import { inferenceThreads } from './inference-threads.ts'

/** Room for all rows in flight; this classifier has no other user. */
const MAX_QUEUED_MENTIONS = 1_000_000

/** Analyzes texts for a command. */
export interface Analyzer {
  readonly version: string
  /** Same length and order. Throws a `UsageError` for names that cannot be used. */
  analyze(texts: readonly string[], names: readonly string[]): Promise<readonly Result<AnalyzedText>[]>
}

interface AnalyzerOptions {
  readonly model?: string
  /** With the names of the database, whose active model then answers. */
  readonly tracked?: boolean
}

export async function withAnalyzer(
  config: Config,
  { model = DEFAULT_MODEL, tracked = false }: AnalyzerOptions,
  use: (analyzer: Analyzer) => Promise<void>,
): Promise<void> {
  if (tracked) return withDatabase(config, use)
  const { directory } = await findModel(config.modelDirectories, model)
  const threads = inferenceThreads(config)
  const classifier = await createClassifier({ directory, threads, maxQueuedMentions: MAX_QUEUED_MENTIONS })
  try {
    await use({
      version: classifier.version,
      analyze: (texts, names) =>
        forValid(
          texts.map(text => checkMention({ text, entity: null })),
          valid =>
            analyzeTexts(
              {
                findTracked: async () => [],
                predict: async mentions => (await classifier.classify(mentions)).map(succeed),
              },
              valid.map(({ text }) => text),
              { wanted: orThrow(checkNames(names)) },
            ),
        ),
    })
  } finally {
    await classifier.close()
  }
}

async function withDatabase(config: Config, use: (analyzer: Analyzer) => Promise<void>): Promise<void> {
  const { openService } = await import('./open-service.ts')
  const { storage, service, modelVersion, close } = await openService(config)
  try {
    const analysis = createAnalysis({ pool: storage.pool, classification: service })
    await use({
      version: modelVersion,
      analyze: async (texts, entities) => orThrow(await analysis.analyze({ texts, entities, version: modelVersion })),
    })
  } finally {
    await close()
  }
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new UsageError(result.problem.message)
  return result.value
}
