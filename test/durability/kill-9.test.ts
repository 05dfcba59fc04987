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
/** Requests that are acknowledged before the kill. */
const BEFORE_KILL = 120

/** A writer of batches, or many concurrent writers of single tweets that share transactions. */
const WRITING = { batches: { size: 20, callers: 1 }, singles: { size: 1, callers: 24 } } as const
type Writing = keyof typeof WRITING
type Victim = 'node' | 'database' | 'both'

let directory: Awaited<ReturnType<typeof makeDataDirectory>>
/** The acknowledged external ids of all rounds. */
const acknowledged: string[] = []

beforeAll(async () => {
  directory = await makeDataDirectory()
})
afterAll(() => directory.remove())

/** Kills the server with all its sessions and helpers, as when the machine runs out of memory. */
async function killDatabase(): Promise<void> {
  const postmaster = (await readPostmasterFile(join(directory.path, 'postgres', 'postmaster.pid')))?.pid
  if (postmaster === undefined) throw new Error('No server to kill was found.')
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const children = [...processes.matchAll(/(\d+)\s+(\d+)/g)].filter(([, , parent]) => Number(parent) === postmaster)
  for (const pid of [postmaster, ...children.map(([, child]) => Number(child))]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // The process has ended meanwhile.
    }
  }
}

/** Kills the victim of the round while a process writes. Returns the number of requests that were acknowledged afterwards. */
async function writeAndKill(victim: Victim, writing: Writing, round: number): Promise<number> {
  const { size, callers } = WRITING[writing]
  const options = [directory.path, round, size, callers].map(String)
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let before = 0
  let after = 0
  for await (const line of createInterface({ input: writer.stdout })) {
    const ids = JSON.parse(line) as string[]
    acknowledged.push(...ids)
    if (before >= BEFORE_KILL) after += ids.length
    else {
      before += ids.length
      if (before < BEFORE_KILL) continue
      if (victim !== 'node') await killDatabase()
      if (victim !== 'database') writer.kill('SIGKILL')
    }
    // If only the database was killed, the writer has to recover without help.
    if (victim === 'database' && after >= BEFORE_KILL) writer.kill('SIGKILL')
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit')
  expect(writer.signalCode).toBe('SIGKILL')
  return after
}

test.each<[Victim, Writing, number]>([
  ['node', 'batches', 1],
  ['both', 'batches', 2],
  ['database', 'batches', 3],
  ['both', 'batches', 4],
  ['node', 'batches', 5],
  ['both', 'singles', 6],
  ['database', 'singles', 7],
  ['node', 'singles', 8],
])(
  'no acknowledged row is lost when kill -9 hits: %s, %s (round %i)',
  { timeout: 180_000 },
  async (victim, writing, round) => {
    const after = await writeAndKill(victim, writing, round)
    if (victim === 'database') expect(after).toBeGreaterThanOrEqual(BEFORE_KILL)
    const storage = await openStorage({ databaseUrl: null, dataDirectory: directory.path })
    try {
      const { rows } = await storage.pool.query<{ external_id: string; xmin: string }>(
        'SELECT external_id, classification.xmin::text FROM tweet JOIN classification ON tweet_id = tweet.id',
      )
      const stored = new Set(rows.map(row => row.external_id))
      expect(acknowledged.filter(id => !stored.has(id))).toEqual([])
      expect(acknowledged.length).toBeGreaterThanOrEqual(round * BEFORE_KILL)
      const ofRound = rows.filter(row => row.external_id.startsWith(`${round}-`))
      // Nothing is half-written: a batch is stored completely or not at all, and the counts are those of the rows.
      expect(ofRound.length % WRITING[writing].size).toBe(0)
      if (writing === 'singles') expect(new Set(ofRound.map(({ xmin }) => xmin)).size).toBeLessThan(ofRound.length)
      await expectExactRollups(storage.pool)
    } finally {
      await storage.close()
    }
  },
)
