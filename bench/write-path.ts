import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { ClassificationRequest } from '../src/classification/request.ts'
import { createClassificationService } from '../src/classification/service.ts'
import { textHash, tweetIdentity } from '../src/classification/tweet-identity.ts'
import { createLiveFeed, openAnnouncer } from '../src/live/live-feed.ts'
import type { Classifier, Scores } from '../src/ml/network/classifier.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import type { Storage } from '../src/storage/storage.ts'
import { oneModel } from '../test/support/one-model.ts'

/**
 * Measures tweets stored per second: committed, with rollups and announcements, but without the model. It compares our
 * write path, in batches of a thousand and one by one, with Prisma's `createMany` into the same tables. Read the
 * ratios; the absolute figures depend on this machine.
 */
const BATCH = 1_000
const SESSIONS = 4
const ENTITIES = 32
/** A busy feed in time order: the rollups' buckets repeat within a batch, as in a followed or imported feed. */
const SECONDS_BETWEEN_TWEETS = 2

const SCORES: Scores = {
  label: 'POSITIVE',
  probabilities: { positive: 0.7, neutral: 0.2, negative: 0.1, irrelevant: 0 },
  confidence: 0.7,
  isUncertain: false,
  isTruncated: false,
  unknownTokenShare: 0.1,
  language: null,
  unreadReason: null,
}

const directory = await mkdtemp(join(tmpdir(), 'pulso-bench-'))
await chmod(directory, 0o711)
const storage = await openStorage({ databaseUrl: null, dataDirectory: directory })
try {
  const modelVersionId = uuidv7()
  await storage.prisma.modelVersion.create({
    data: {
      id: modelVersionId,
      name: 'none',
      version: 'none@0',
      weightsSha256: '',
      manifest: {},
      registeredAt: new Date(),
    },
  })
  const announcer = openAnnouncer(storage)
  // One listener, as with an open dashboard.
  const feed = createLiveFeed(storage)
  feed.subscribe(() => {})
  const service = createClassificationService({
    storage,
    models: oneModel({ classifier: withoutModel(), modelVersionId }),
    now: () => new Date(),
    onStored: announcer.stored,
  })

  const batches = await rate(40, BATCH, requests => service.classify(requests))
  const imported = await rate(40, BATCH, forImport(await createImport(storage), service))
  const repeated = await rate(40, BATCH, requests => service.classify(requests))
  const singles = await rate(2_000, 1, requests => service.classify(requests))
  const createMany = await rate(10, BATCH, requests => writeWithPrisma(storage, modelVersionId, requests))

  await announcer.close()
  await feed.close()

  const line = (name: string, value: number) =>
    console.log(
      `${name.padEnd(44)} ${Math.round(value).toLocaleString('en').padStart(8)} tweets/s   ${(value / createMany).toFixed(1)}`,
    )
  console.log(`${''.padEnd(44)} ${''.padStart(17)}   ratio to createMany`)
  line(`classify, ${BATCH} at a time, ${SESSIONS} at once`, batches)
  line('the same for an import that can be undone', imported)
  line('the same again, with all of them already stored', repeated)
  line(`classify, 1 at a time, ${SESSIONS} at once`, singles)
  line(`prisma createMany, ${BATCH} at a time, ${SESSIONS} at once`, createMany)
} finally {
  await storage.close()
  await rm(directory, { recursive: true, force: true })
}

/** Calls `write` with `batches` batches, `SESSIONS` of them concurrently. Returns tweets per second. */
async function rate(
  batches: number,
  size: number,
  write: (requests: readonly ClassificationRequest[]) => Promise<unknown>,
) {
  const name = `${write}`.length + size
  const work = Array.from({ length: batches }, (_, batch) => makeRequests(`${name}`, batch * size, size))
  const startedAt = performance.now()
  const next = work.values()
  await Promise.all(
    Array.from({ length: SESSIONS }, async () => {
      for (const requests of next) await write(requests)
    }),
  )
  return (batches * size * 1000) / (performance.now() - startedAt)
}

function makeRequests(prefix: string, first: number, size: number): ClassificationRequest[] {
  return Array.from({ length: size }, (_, index) => {
    const number = first + index
    return {
      text: `${number}: a tweet of ordinary length that expresses an opinion about something its author bought last week`,
      entity: `Entity ${number % ENTITIES}`,
      source: { kind: 'external', externalId: `${prefix}-${number}` },
      postedAt: new Date(Date.UTC(2026, 0, 1) + number * SECONDS_BETWEEN_TWEETS * 1000),
      author: null,
      importedLabel: null,
    }
  })
}

async function createImport({ prisma }: Storage): Promise<string> {
  const [id, idempotencyKey] = [uuidv7(), 'bench']
  const counts = { processedCount: 0, storedCount: 0, duplicateCount: 0, rejectedCount: 0, removedCount: 0 }
  const sizes = { sizeBytes: 0, processedBytes: 0, workedMs: 0 }
  await prisma.importJob.create({
    data: {
      id,
      idempotencyKey,
      fileName: '',
      options: {},
      status: 'RUNNING',
      ...counts,
      ...sizes,
      createdAt: new Date(),
    },
  })
  return id
}

function forImport(
  importId: string,
  service: { classify(requests: readonly ClassificationRequest[]): Promise<unknown> },
) {
  return (requests: readonly ClassificationRequest[]) =>
    service.classify(requests.map((request, index) => ({ ...request, origin: { importId, row: index + 1 } })))
}

async function writeWithPrisma(
  { prisma }: Storage,
  modelVersionId: string,
  requests: readonly ClassificationRequest[],
) {
  const entities = await prisma.entity.findMany()
  const ids = new Map(entities.map(({ name, id }) => [name, id]))
  const now = new Date()
  const tweets = requests.map(({ text, source, postedAt }) => ({
    id: uuidv7(),
    identity: Uint8Array.from(Buffer.from(tweetIdentity({ kind: 'none' }, textHash(text), text), 'hex')),
    externalId: 'externalId' in source ? source.externalId : null,
    textHash: Uint8Array.from(Buffer.from(textHash(text), 'hex')),
    text,
    postedAt,
    storedAt: now,
  }))
  await prisma.$transaction([
    prisma.tweet.createMany({ data: tweets, skipDuplicates: true }),
    prisma.classification.createMany({
      data: requests.map(({ entity, postedAt }, index) => ({
        id: uuidv7(),
        entityId: ids.get(entity ?? '') ?? '',
        tweetId: tweets[index]?.id ?? '',
        modelVersionId,
        label: SCORES.label,
        ...SCORES.probabilities,
        confidence: SCORES.confidence,
        isUncertain: false,
        unknownTokenShare: 0.1,
        isTruncated: false,
        countedAt: postedAt ?? now,
        createdAt: now,
      })),
      skipDuplicates: true,
    }),
  ])
}

function withoutModel(): Pick<Classifier, 'classify'> & Classifier {
  return {
    manifest: {} as Classifier['manifest'],
    version: 'none@0',
    classify: mentions => Promise.resolve(mentions.map(() => SCORES)),
    close: async () => {},
  }
}
