import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { startProgress } from '../../src/cli/progress.ts'
import { DEFAULT_MODEL, MODELS_DIRECTORY } from '../../src/models/default-model.ts'
import { loadModel } from '../../src/network/load-model.ts'
import { openStorage, type Storage } from '../../src/storage/open-storage.ts'
import { median } from '../median.ts'
import { ask } from '../service/ask.ts'
import { startServer } from '../service/start-server.ts'
import { madeUpTweets } from '../tweets/made-up-tweets.ts'
import { countStored, fill, withoutTimeout } from './fill.ts'
import { growthQuestions } from './questions.ts'

/** 75,000 is about Kaggle's file, which the others are held against. */
export const GROWTH_SIZES = [10_000, 75_000, 100_000, 1_000_000, 10_000_000] as const

const growthSchema = z.array(
  z.object({
    stored: z.int(),
    question: z.string(),
    /** Of one client's requests over HTTP, one after the other. */
    medianMs: z.number(),
    low: z.number(),
    high: z.number(),
  }),
)

export type Growth = z.infer<typeof growthSchema>

export interface GrowthOptions {
  readonly upTo: number
  /** Keeps the database and what was measured before; an interrupted run goes on there. */
  readonly directory: string
  readonly say: (line: string) => void
}

const TEXTS = 5000
const WARM_UP = 100
const REQUESTS = 40

/** Fills a database step by step and asks the server the same questions at each size. */
export async function runGrowth({ upTo, directory, say }: GrowthOptions): Promise<Growth> {
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o711)
  const record = join(directory, 'growth.json')
  let measured = existsSync(record) ? growthSchema.parse(JSON.parse(readFileSync(record, 'utf8'))) : []
  const { vocabulary } = await loadModel(join(MODELS_DIRECTORY, DEFAULT_MODEL))
  const texts = Array.from({ length: TEXTS }, madeUpTweets(vocabulary, 3)).map(({ text }) => text)
  // Registers the model, which stored rows name.
  await (await startServer(directory)).stop()
  const storage = await openStorage({ databaseUrl: null, dataDirectory: directory })
  try {
    for (const [index, size] of GROWTH_SIZES.entries()) {
      if (size > upTo) break
      if (measured.some(({ stored }) => stored === size)) continue
      if ((await countStored(storage)) > size) {
        say(
          `growth: ${size.toLocaleString('en')} cannot be measured any more, as more is stored; start with another --directory.`,
        )
        continue
      }
      await fill(storage, GROWTH_SIZES[index - 1] ?? 0, size, texts)
      await settle(storage)
      measured = [...measured, ...(await measure(storage, directory, size))]
      writeFileSync(record, `${JSON.stringify(measured, null, 2)}\n`)
    }
  } finally {
    await storage.close()
  }
  return measured.filter(({ stored }) => stored <= upTo)
}

/** What a database does by itself within minutes; and nobody indexes words meanwhile, which are not asked for here. */
async function settle(storage: Storage): Promise<void> {
  await withoutTimeout(storage, 'VACUUM (ANALYZE)')
  await withoutTimeout(storage, 'CHECKPOINT')
  await storage.pool.query(
    "UPDATE indexing_lease SET runner_id = gen_random_uuid(), leased_until = now() + interval '1 day'",
  )
}

async function measure(storage: Storage, directory: string, stored: number): Promise<Growth> {
  const questions = await growthQuestions(storage)
  const server = await startServer(directory)
  const label = `growth: asking at ${stored.toLocaleString('en')}`
  const bar = startProgress({ label, total: REQUESTS, unit: 'rounds' })
  try {
    const times = questions.map((): number[] => [])
    for (let round = -WARM_UP; round < REQUESTS; round++) {
      // In turns, so that a busy moment of the machine hits all questions.
      for (const [index, { query, variables }] of questions.entries()) {
        const start = performance.now()
        await ask(server.url, query, variables)
        if (round >= 0) times[index]?.push(performance.now() - start)
      }
      bar.update(Math.max(0, round + 1))
    }
    return questions.map(({ name }, index) => {
      const sorted = (times[index] ?? []).toSorted((a, b) => a - b)
      const at = (share: number) => Number((sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(2))
      return { stored, question: name, medianMs: Number(median(sorted).toFixed(2)), low: at(0.25), high: at(0.75) }
    })
  } finally {
    bar.stop()
    await server.stop()
  }
}
