import { join } from 'node:path'
import { createClassificationService } from '../../src/classification/service.ts'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import { createClassifier } from '../../src/ml/network/create-classifier.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { readModels } from '../../src/models/read-models.ts'
import { openModelRegistry } from '../../src/models/service.ts'
import { openStorage } from '../../src/storage/open-storage.ts'
import { oneModel } from '../support/one-model.ts'

// Stores batches, or single tweets concurrently, until it is killed. Each line on standard output has the external ids of an
// acknowledged request.

const [dataDirectory = '', round = '0', batch = '1', callers = '1'] = process.argv.slice(2)
const size = Number(batch)
const now = () => new Date()

const storage = await openStorage({ databaseUrl: null, dataDirectory }, message => console.error(message))
const models = await readModels(MODELS_DIRECTORY)
const registry = await openModelRegistry({ storage, models, defaultName: DEFAULT_MODEL, now })
const service = createClassificationService({
  storage,
  models: oneModel({
    classifier: await createClassifier({
      directory: join(MODELS_DIRECTORY, DEFAULT_MODEL),
      threads: 1,
      maxQueuedMentions: 1_000,
    }),
    modelVersionId: registry.active.id,
  }),
  now,
})

let next = 0

async function write(): Promise<never> {
  for (;;) {
    const first = next
    next += size
    const requests = Array.from({ length: size }, (_, index) => ({
      text: `number ${first + index} of the things I ${index % 2 ? 'love' : 'hate'} about this game`,
      entity: ['Xbox', 'Sony', null][(first + index) % 3] ?? null,
      source: { kind: 'external', externalId: `${round}-${first + index}` } as const,
      postedAt: new Date(Date.UTC(2026, 0, 1) + ((first + index) % 500) * 60_000),
      author: null,
      importedLabel: null,
    }))
    const answers = await service.classify(requests)
    const acknowledged = requests.filter((_, index) => answers[index]?.ok).map(({ source }) => source.externalId)
    if (acknowledged.length > 0) process.stdout.write(`${JSON.stringify(acknowledged)}\n`)
    const hasFailed = answers.some(answer => !answer.ok)
    if (hasFailed) await new Promise(resolve => setTimeout(resolve, 100))
  }
}

await Promise.all(Array.from({ length: Number(callers) }, write))
