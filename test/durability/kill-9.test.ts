import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPostmasterFile } from '../../src/storage/embedded-postgres/postmaster-file.ts'
import { openStorage } from '../../src/storage/open-storage.ts'
import { makeDataDirectory } from '../support/data-directory.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))
const BATCHES_BEFORE_KILL = 6
/** Requests in each of the writer's batches. */
const BATCH = 20

type Victim = 'node' | 'database' | 'both'

let directory: Awaited<ReturnType<typeof makeDataDirectory>>
/** External ids that were acknowledged, over all rounds. */
const acknowledged: string[] = []

beforeAll(async () => {
  directory = await makeDataDirectory()
})
afterAll(() => directory.remove())

/** The server and all its sessions and helpers, as when the machine runs out of memory. */
async function killDatabase(): Promise<void> {
  const postmaster = (await readPostmasterFile(join(directory.path, 'postgres', 'postmaster.pid')))?.pid
  if (postmaster === undefined) throw new Error('There is no server to kill.')
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const children = [...processes.matchAll(/(\d+)\s+(\d+)/g)].filter(([, , parent]) => Number(parent) === postmaster)
  for (const pid of [postmaster, ...children.map(([, child]) => Number(child))]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself in between.
    }
  }
}

/** Lets a process write, kills what the round is about in the middle of it, and returns how many batches it acknowledged after that. */
async function writeAndKill(victim: Victim, round: number): Promise<number> {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, directory.path, String(round), String(BATCH)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let batches = 0
  let batchesAfter = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(...(JSON.parse(line) as string[]))
    batches++
    if (batches > BATCHES_BEFORE_KILL) batchesAfter++
    if (batches === BATCHES_BEFORE_KILL) {
      if (victim !== 'node') await killDatabase()
      if (victim !== 'database') writer.kill('SIGKILL')
    }
    // Where only the database was killed, the writer is to find its way back by itself.
    if (victim === 'database' && batchesAfter === BATCHES_BEFORE_KILL) writer.kill('SIGKILL')
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit')
  expect(writer.signalCode).toBe('SIGKILL')
  return batchesAfter
}

test.each<[Victim, number]>([
  ['node', 1],
  ['both', 2],
  ['database', 3],
  ['both', 4],
  ['node', 5],
])('no acknowledged row is lost when kill -9 hits: %s (round %i)', { timeout: 180_000 }, async (victim, round) => {
  const batchesAfter = await writeAndKill(victim, round)
  if (victim === 'database') expect(batchesAfter).toBe(BATCHES_BEFORE_KILL)
  const storage = await openStorage({ databaseUrl: null, dataDirectory: directory.path })
  try {
    const { rows } = await storage.pool.query<{ external_id: string }>(
      'SELECT external_id FROM tweet JOIN classification ON tweet_id = tweet.id',
    )
    const stored = new Set(rows.map(row => row.external_id))
    expect(acknowledged.filter(id => !stored.has(id))).toEqual([])
    expect(acknowledged.length).toBeGreaterThanOrEqual(round * BATCHES_BEFORE_KILL * BATCH)
    // Nothing is half-written: a batch is there whole or not at all, and the counts are those of the rows.
    expect(rows.length % BATCH).toBe(0)
    await expectExactRollups(storage.pool)
  } finally {
    await storage.close()
  }
})
