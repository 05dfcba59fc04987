import { join } from 'node:path'
import type { ClassificationRequest } from '../../src/classification/request.ts'
import type { ClassificationService } from '../../src/classification/service.ts'
import { createClassificationService } from '../../src/classification/service.ts'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import type { Classifier, Mention } from '../../src/ml/network/classifier.ts'
import { createClassifier } from '../../src/ml/network/create-classifier.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { readModels } from '../../src/models/read-models.ts'
import { openModelRegistry } from '../../src/models/service.ts'
import { oneModel } from './one-model.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export interface TestService {
  readonly database: TestDatabase
  readonly service: ClassificationService
  readonly classifier: Classifier
  readonly modelVersionId: string
  /** The mentions that reached the model, call by call. */
  readonly scored: (readonly Mention[])[]
  close(): Promise<void>
}

/** The classification service with the shipped model and a separate database. */
export async function startTestService(now: () => Date = () => new Date()): Promise<TestService> {
  const database = await createTestDatabase()
  const registry = await openModelRegistry({
    storage: database.storage,
    models: await readModels(MODELS_DIRECTORY),
    defaultName: DEFAULT_MODEL,
    now,
  })
  const classifier = await createClassifier({
    directory: join(MODELS_DIRECTORY, DEFAULT_MODEL),
    threads: 1,
    maxQueuedMentions: 10_000,
  })
  const scored: (readonly Mention[])[] = []
  const watched: Classifier = {
    ...classifier,
    classify: mentions => {
      scored.push(mentions)
      return classifier.classify(mentions)
    },
  }
  const modelVersionId = registry.active.id
  return {
    database,
    service: createClassificationService({
      storage: database.storage,
      models: oneModel({ classifier: watched, modelVersionId }),
      now,
    }),
    classifier,
    modelVersionId,
    scored,
    close: async () => {
      await classifier.close()
      await database.drop()
    },
  }
}

/** A request with only a text, plus the given changes. */
export const requestOf = (changes: Partial<ClassificationRequest> = {}): ClassificationRequest => ({
  text: 'I love this game so much',
  entity: null,
  source: { kind: 'none' },
  postedAt: null,
  author: null,
  importedLabel: null,
  ...changes,
})
