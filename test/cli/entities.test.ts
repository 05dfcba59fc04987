import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { pulsoHere } from './pulso.ts'

let running: TestService

beforeAll(async () => {
  running = await startTestService()
  vi.stubEnv('DATABASE_URL', running.database.url)
  const named = (entity: string, ids: readonly string[]) =>
    ids.map(externalId => requestOf({ entity, source: { kind: 'external', externalId }, text: `tweet ${externalId}` }))
  await running.service.classify([...named('Twitter', ['a', 'both']), ...named('X', ['b', 'both'])])
})
afterAll(() => {
  vi.unstubAllEnvs()
  return running.close()
})

const call = (...argv: string[]) => pulsoHere(['entities', ...argv])

test('an alias is added, listed, merged with its entity and removed', async () => {
  expect(await call('alias', 'twitter', 'the bird')).toEqual({
    code: 0,
    stdout: 'the bird is now an alias of Twitter.\n',
    stderr: '',
  })
  const counted = await call('merge', 'The Bird', 'X')
  expect(JSON.parse((await call('merge', 'The Bird', 'X', '--format', 'json')).stdout)).toEqual({
    from: 'Twitter',
    into: 'X',
    isDryRun: true,
    movedCount: 1,
    droppedCount: 1,
  })
  expect(counted.stdout).toBe(
    'Would move 1 classification of Twitter to X, and drop 1 classification that X already has.\nDry run: nothing was changed. Add --yes to merge.\n',
  )
  expect((await call('list')).stdout).toBe('Twitter  (aliases: the bird)\nX\n')
  expect((await call('merge', 'Twitter', 'X', '--yes')).stdout).toBe(
    'Moved 1 classification of Twitter to X, and dropped 1 classification that X already has.\n',
  )
  expect(JSON.parse((await call('list', 'bird', '--format', 'ndjson')).stdout)).toEqual({
    name: 'X',
    aliases: ['the bird', 'Twitter'],
  })
  const both = [{ name: 'X', aliases: ['the bird', 'Twitter'] }]
  expect(JSON.parse((await call('list', '--format', 'json')).stdout)).toEqual(both)
  expect((await call('list', '--format', 'csv')).stdout).toBe('\ufeffname,aliases\nX,"[""the bird"",""Twitter""]"\n')
  expect((await call('list', 'nowhere', '--format', 'csv')).stdout).toBe('\ufeffname,aliases\n')
  expect((await call('alias', 'X', 'Twitter', '--remove')).stdout).toBe('Twitter is no longer an alias of X.\n')
})

test('impossible changes are refused in one line', async () => {
  for (const [argv, message] of [
    [['alias', 'Nobody', 'N'], 'Unknown entity "Nobody"; `pulso entities list` lists the entities.'],
    [['alias', 'X', '!!!'], 'alias must have at least one letter or digit.'],
    [['merge', 'X', 'the bird'], 'X and the bird are already the same entity.'],
  ] as const) {
    const { code, stdout, stderr } = await call(...argv)
    expect([code, stdout, stderr.trim().split('\n')]).toEqual([2, '', [expect.stringContaining(message)]])
  }
})
