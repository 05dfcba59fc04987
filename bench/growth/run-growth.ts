import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startProgress } from '../../src/cli/progress.ts'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import { loadModel } from '../../src/ml/network/load-model.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { openStorage } from '../../src/storage/open-storage.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { median } from '../median.ts'
import { ask } from '../service/ask.ts'
import { startServer } from '../service/start-server.ts'
import { madeUpTweets } from '../tweets/made-up-tweets.ts'
import { countStored, fill, withoutTimeout } from './fill.ts'
import { type GrowthQuestion, growthQuestions } from './questions.ts'

export const GROWTH_SIZES = [10_000, 100_000, 1_000_000, 10_000_000] as const
/**
 * About the size of Kaggle's file. Other sizes are compared with a database of this size, which is queried in
 * alternation.
 */
export const REFERENCE_SIZE = 75_000

const growthSchema = z.array(
  z.object({
    stored: z.int(),
    question: z.string(),
    /** Median of one client's sequential requests over HTTP. */
    medianMs: z.number(),
    low: z.number(),
    high: z.number(),
    /** Median of the same query to the smaller database in the same rounds. */
    referenceMs: z.number(),
  }),
)

export type Growth = z.infer<typeof growthSchema>

export interface GrowthOptions {
  readonly upTo: number
  /** Directory of the database and of earlier measurements; an interrupted run resumes from it. */
  readonly directory: string
  readonly say: (line: string) => void
}

const TEXTS = 5000
const WARM_UP = 100
const REQUESTS = 40

/**
 * Fills a database in steps and runs the same queries against the server at each size, in alternation with a server on
 * a small database.
 */
export async function runGrowth({ upTo, directory, say }: GrowthOptions): Promise<Growth> {
  makeReachable(directory)
  const record = join(directory, 'growth.json')
  // Measurements of other versions are repeated.
  const recorded = existsSync(record) ? growthSchema.safeParse(JSON.parse(readFileSync(record, 'utf8'))) : null
  let measured = recorded?.data ?? []
  const { vocabulary } = await loadModel(join(MODELS_DIRECTORY, DEFAULT_MODEL))
  const texts = Array.from({ length: TEXTS }, madeUpTweets(vocabulary, 3)).map(({ text }) => text)
  const reference = join(directory, 'reference')
  await withStorage(reference, async storage => {
    await fill(storage, 0, REFERENCE_SIZE, texts)
    await settle(storage)
  })
  for (const [index, size] of GROWTH_SIZES.entries()) {
    if (size > upTo) break
    if (measured.some(({ stored }) => stored === size)) continue
    const isFilled = await withStorage(directory, async storage => {
      if ((await countStored(storage)) > size) return false
      await fill(storage, GROWTH_SIZES[index - 1] ?? 0, size, texts)
      await settle(storage)
      return true
    })
    if (!isFilled) {
      say(
        `growth: ${size.toLocaleString('en')} can no longer be measured, because more tweets are stored; start with another --directory.`,
      )
      continue
    }
    measured = [...measured, ...(await measure(directory, reference, size))]
    writeFileSync(record, `${JSON.stringify(measured, null, 2)}\n`)
  }
  return measured.filter(({ stored }) => stored <= upTo)
}

/** As root, the database runs as another user, who needs access. */
function makeReachable(directory: string): void {
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o711)
}

/** Opens the database that a server has created, in which the model version is already registered. */
async function withStorage<T>(directory: string, use: (storage: Storage) => Promise<T>): Promise<T> {
  makeReachable(directory)
  await (await startServer(directory)).stop()
  const storage = await openStorage({ databaseUrl: null, dataDirectory: directory })
  try {
    return await use(storage)
  } finally {
    await storage.close()
  }
}

/**
 * Runs the maintenance that a database does on its own within minutes. Words are not indexed, because no query here
 * needs them.
 */
async function settle(storage: Storage): Promise<void> {
  await withoutTimeout(storage, 'VACUUM (ANALYZE)')
  await withoutTimeout(storage, 'CHECKPOINT')
  await storage.pool.query(
    "UPDATE indexing_lease SET runner_id = gen_random_uuid(), leased_until = now() + interval '1 day'",
  )
}

async function measure(directory: string, reference: string, stored: number): Promise<Growth> {
  const grown = await openContender(directory)
  const smaller = await openContender(reference)
  const label = `growth: querying at ${stored.toLocaleString('en')}`
  const bar = startProgress({ label, total: REQUESTS, unit: 'rounds' })
  try {
    for (let round = -WARM_UP; round < REQUESTS; round++) {
      // In alternation, so that a busy moment of the machine affects all queries and both databases. The order also
      // alternates.
      const inTurn = round % 2 === 0 ? [grown, smaller] : [smaller, grown]
      for (const index of grown.questions.keys()) {
        for (const contender of inTurn) await contender.ask(index, round >= 0)
      }
      bar.update(Math.max(0, round + 1))
    }
    return grown.questions.map(({ name }, index) => {
      const sorted = grown.times(index)
      return {
        stored,
        question: name,
        medianMs: rounded(median(sorted)),
        low: rounded(sorted[Math.floor(0.25 * sorted.length)] ?? 0),
        high: rounded(sorted[Math.floor(0.75 * sorted.length)] ?? 0),
        referenceMs: rounded(median(smaller.times(index))),
      }
    })
  } finally {
    bar.stop()
    await Promise.all([grown.stop(), smaller.stop()])
  }
}

/** A server on a database, with the response times of its queries. */
async function openContender(directory: string) {
  const questions = await withStorage(directory, growthQuestions)
  const server = await startServer(directory)
  const times = questions.map((): number[] => [])
  return {
    questions,
    async ask(index: number, counts: boolean) {
      const { query, variables } = questions[index] as GrowthQuestion
      const start = performance.now()
      await ask(server.url, query, variables)
      if (counts) times[index]?.push(performance.now() - start)
    },
    /** In ascending order, in milliseconds. */
    times: (index: number) => (times[index] ?? []).toSorted((a, b) => a - b),
    stop: server.stop,
  }
}

const rounded = (ms: number) => Number(ms.toFixed(2))
