import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { pulsoHere } from './pulso.ts'

let running: TestService
let directory: string

beforeAll(async () => {
  running = await startTestService()
  directory = await mkdtemp(join(tmpdir(), 'pulso-delete-'))
  vi.stubEnv('DATABASE_URL', running.database.url)
  await running.service.classify(
    Array.from({ length: 1200 }, (_, number) =>
      requestOf({
        entity: number % 2 === 0 ? 'Twitter' : 'X',
        author: number < 20 ? 'ann' : null,
        source: { kind: 'external', externalId: String(number) },
        text: `tweet ${number}`,
        postedAt: new Date(Date.UTC(2026, 0, 1 + (number % 3))),
      }),
    ),
  )
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(directory, { recursive: true })
  await running.close()
})

const call = (...argv: string[]) => pulsoHere(['delete', ...argv])
const stored = async () => (await running.database.storage.pool.query('SELECT FROM tweet')).rowCount

test('without --yes it counts, and with it the same tweets are gone', async () => {
  expect(await call('--author', 'ann')).toEqual({
    code: 0,
    stdout:
      'Would delete 20 tweets and 20 mentions.\nDry run: nothing was changed. Deleting cannot be reversed. Add --yes to delete.\n',
    stderr: '',
  })
  expect(await stored()).toBe(1200)
  expect((await call('--author', 'ann', '--yes')).stdout).toBe('Deleted 20 tweets and 20 mentions.\n')
  expect(await stored()).toBe(1180)
})

test('a file has more ids than one call of the API may name', async () => {
  const path = join(directory, 'ids.txt')
  await writeFile(path, Array.from({ length: 1100 }, (_, number) => `${number}\r\n`).join('\n'))
  const { stdout } = await call('--external-ids', path, '--yes', '--format', 'json')
  expect(JSON.parse(stdout)).toEqual({ isDryRun: false, tweetCount: 1080, mentionCount: 1080, labelCount: 0 })
  expect(await stored()).toBe(100)
})

test('an entity goes with its tweets, and the rest by time', async () => {
  expect((await call('--entity', 'twitter', '--yes')).stdout).toBe('Deleted 50 tweets and 50 mentions.\n')
  expect(await running.database.storage.prisma.entity.findMany({ where: { name: 'Twitter' } })).toEqual([])
  expect((await call('--before', '2026-01-03', '--yes')).code).toBe(0)
  const { rows } = await running.database.storage.pool.query('SELECT DISTINCT posted_at FROM tweet')
  expect(rows).toEqual([{ posted_at: new Date('2026-01-03T00:00:00Z') }])
})

test.each([
  [[], 'Name the tweets by exactly one of'],
  [['--author', 'ann', '--entity', 'X'], 'Name the tweets by exactly one of'],
  [['--entity', 'Nowhere'], 'Unknown entity "Nowhere"; `pulso entities list` lists the entities.'],
  [['--before', 'yesterday'], '--before must be a day such as 2026-01-31'],
  [['--external-ids', 'none.txt'], 'none.txt does not exist'],
])('%j is refused in one line', async (argv, message) => {
  const { code, stdout, stderr } = await call(...argv)
  expect([code, stdout, stderr.trim().split('\n')]).toEqual([2, '', [expect.stringContaining(message)]])
})
