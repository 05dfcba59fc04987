import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgress } from '../../src/cli/progress.ts'
import { median } from '../median.ts'
import type { Tweet } from '../tweets/tweet.ts'
import { ask } from './ask.ts'
import type { Figure } from './figure.ts'
import { type RunningImport, startImport } from './import-rows.ts'
import { putLoad } from './load.ts'
import { packedRows } from './packed-rows.ts'
import { batchBodies, classifyBodies, overviewBody } from './requests.ts'
import type { ServiceSizes } from './sizes.ts'
import { type PulsoServer, startServer } from './start-server.ts'
import { untilIndexed } from './until-indexed.ts'

export interface ServiceOptions extends ServiceSizes {
  readonly next: () => Tweet
  readonly say: (line: string) => void
}

const BATCH = 100
const DAY_MS = 24 * 3_600_000
const FEED_DAYS = 30
const FIRST_QUESTION =
  'query First($text: String!, $entity: String) { predict(text: $text, entity: $entity) { prediction { label } } }'

/** Measures the built server on its own embedded database, from its first start to its figures under load. */
export async function measureService(options: ServiceOptions): Promise<readonly Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-bench-'))
  // As root, the database runs as another user, who needs access.
  await chmod(directory, 0o711)
  try {
    options.say('service: the first start, which creates the database')
    await (await startServer(directory)).stop()
    const { server, coldStartMs } = await startCold(directory, options)
    try {
      return [
        figure('cold-start', coldStartMs, 'ms'),
        ...(await measureImport(server, options)),
        ...(await measureSingles(server, options)),
        ...(await measureLoads(server, options)),
        ...(await measureMemory(server)),
      ]
    } finally {
      await server.stop()
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const figure = (name: string, value: number, unit: string): Figure => ({
  name,
  value: Number(value.toPrecision(4)),
  unit,
})

/** From the start of the process to its first response, on an existing database. The last server is kept. */
async function startCold(directory: string, { coldStarts, next, say }: ServiceOptions) {
  const times: number[] = []
  for (;;) {
    say(`service: cold start ${times.length + 1} of ${coldStarts}`)
    const startedAt = performance.now()
    const server = await startServer(directory)
    const { text, entity } = next()
    await ask(server.url, FIRST_QUESTION, { text, entity })
    times.push(performance.now() - startedAt)
    if (times.length === coldStarts) return { server, coldStartMs: median(times) }
    await server.stop()
  }
}

/** Rows as in Kaggle's file, from gzip to committed and counted. */
async function measureImport({ url }: PulsoServer, options: ServiceOptions): Promise<readonly Figure[]> {
  const { next, rows, isIndexingAwaited, say } = options
  const file = packedRows(next, rows, { prefix: 'rows', postedAt: null })
  const startedAt = performance.now()
  const importedMs = await watched(await startImport(url, file, 'rows.csv.gz'), 'import', rows)
  const figures = [figure('import', (rows * 1000) / importedMs, 'rows/s')]
  if (!isIndexingAwaited) return figures
  say('service: waiting until the imported tweets can be searched')
  await untilIndexed(url)
  return [...figures, figure('import-until-searchable', (performance.now() - startedAt) / 1000, 's')]
}

/** One client with sequential requests: first alone, then during the import of a month's feed. */
async function measureSingles(server: PulsoServer, options: ServiceOptions): Promise<readonly Figure[]> {
  const { next, feedRows, seconds, isIndexingAwaited, say } = options
  const { url } = server
  const load = { url, connections: 1, seconds, bodies: classifyBodies(next, 5000) }
  const now = Date.now()
  const postedAt = (row: number) => new Date(now - FEED_DAYS * DAY_MS * (1 - row / feedRows))
  const feed = packedRows(next, feedRows, { prefix: 'feed', postedAt })
  say('service: one client, alone')
  const alone = await putLoad(load)
  say('service: one client, during an import')
  const running = await startImport(url, feed, 'feed.csv.gz')
  const loop = server.watchLoop()
  const during = await putLoad(load)
  const loopDelayMs = await loop.stop()
  if ((await running.progress()).isDone)
    say('service: the import ended before the load did, so these figures are too good')
  await watched(running, 'the rest of the import', feedRows)
  if (isIndexingAwaited) {
    say('service: waiting until the imported tweets can be searched')
    await untilIndexed(url)
  }
  return [
    figure('classify-median', alone.medianMs, 'ms'),
    figure('classify-median-during-import', during.medianMs, 'ms'),
    figure('classify-slowdown-during-import', during.medianMs / alone.medianMs, 'ratio'),
    figure('event-loop-p99-during-import', loopDelayMs, 'ms'),
  ]
}

async function measureLoads({ url }: PulsoServer, options: ServiceOptions): Promise<readonly Figure[]> {
  const { next, seconds, say } = options
  say(`service: classifyBatch of ${BATCH}, 4 clients`)
  const batches = await putLoad({ url, connections: 4, seconds, bodies: batchBodies(next, 200, BATCH) })
  say('service: classify, 64 clients')
  const singles = await putLoad({ url, connections: 64, seconds, bodies: classifyBodies(next, 20_000) })
  say("service: the overview's data, 4 clients")
  const overview = await putLoad({ url, connections: 4, seconds, bodies: [overviewBody(Date.now())] })
  return [
    figure('classify-batch', batches.perSecond * BATCH, 'tweets/s'),
    figure('classify-64-clients', singles.perSecond, 'writes/s'),
    figure('classify-64-clients-p99', singles.p99Ms, 'ms'),
    figure('overview', overview.perSecond, 'requests/s'),
    figure('overview-p99', overview.p99Ms, 'ms'),
    figure('failed-requests', batches.failures + singles.failures + overview.failures, 'requests'),
  ]
}

async function measureMemory(server: PulsoServer): Promise<readonly Figure[]> {
  const peak = await server.peakMemoryMb()
  return peak === null ? [] : [figure('peak-memory', peak, 'MB')]
}

async function watched(running: RunningImport, label: string, total: number): Promise<number> {
  const bar = startProgress({ label: `service: ${label}`, total, unit: 'rows' })
  try {
    return await running.finished(processed => bar.update(processed))
  } finally {
    bar.stop()
  }
}
