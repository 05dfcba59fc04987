import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { pulso, pulsoHere } from './pulso.ts'

// Each test starts whole processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let directory: string
let running: TestService
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  running = await startTestService()
  vi.stubEnv('DATABASE_URL', running.database.url)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await running.close()
  await rm(directory, { recursive: true })
})

test('a text is analyzed for a person, and with its places for a program', async () => {
  const text = '\u{1f600} I love Xbox, but Netflix is garbage'
  const person = await pulsoHere(['analyze', text])
  expect([person.code, person.stderr]).toEqual([0, ''])
  expect(person.stdout).toMatch(
    / as a whole.*\nPOSITIVE about Xbox.*\n {2}10-14 Xbox: .*\nNEGATIVE about Netflix.*\n {2}20-27 Netflix: .*\n {2}pulso@/,
  )
  const { stdout } = await pulsoHere(['analyze', '--entity', 'Sony', text, '--entity', 'Halo', '--format', 'json'])
  const report = JSON.parse(stdout)
  expect(report.entities).toMatchObject([
    { name: 'Sony', isTracked: false, isUncertain: true, occurrences: [] },
    { name: 'Halo', occurrences: [] },
    { name: 'Xbox', sentiment: 'POSITIVE', occurrences: [{ text: 'Xbox', start: 10, end: 14 }] },
    { name: 'Netflix', sentiment: 'NEGATIVE' },
  ])
  expect(report.model).toMatch(/^pulso@[0-9a-f]{12}$/)
})

test('each row of a file and of standard input is one line, in order', async () => {
  const file = join(directory, 'tweets.csv')
  await writeFile(file, 'id,text\n1,I love Xbox\n2,\n3,nothing here\n')
  const { code, stdout } = await pulsoHere(['analyze', '--input', file])
  expect(code).toBe(0)
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line)),
  ).toMatchObject([
    { line: 2, externalId: '1', entities: [{ name: 'Xbox', sentiment: 'POSITIVE' }] },
    { line: 3, error: { code: 'INVALID' } },
    { line: 4, externalId: '3', entities: [] },
  ])
  const piped = await pulso(['analyze', '-', '--format', 'text'], { input: '{"text": "I hate Sony"}\n' })
  expect(piped.stdout).toMatch(/^line 1: NEGATIVE as a whole; Sony NEGATIVE\??\n$/)
  const table = await pulsoHere(['analyze', '--input', file, '--format', 'csv'])
  expect(table.stdout).toMatch(/^\ufeffline,externalId,message\.label,entities,model,/)
})

test('tracked names are found in lower case, and by their aliases', async () => {
  await running.service.classify([requestOf({ entity: 'Call of Duty', text: 'I love Call of Duty' })])
  expect((await pulsoHere(['entities', 'alias', 'Call of Duty', 'CoD'])).code).toBe(0)
  const { stdout } = await pulsoHere(['analyze', 'cod is great', '--tracked', '--format', 'ndjson'])
  expect(JSON.parse(stdout).entities).toMatchObject([
    { name: 'Call of Duty', isTracked: true, occurrences: [{ text: 'cod', start: 0, end: 3 }] },
  ])
})

test.each<[string[], RegExp]>([
  [[], /^Give either a text/],
  [['x', '--input', 'a.csv'], /^Give either a text/],
  [[' '], /^text must have/],
  [['x', '--entity', '!!'], /letter or digit/],
  [['x', '--encoding', 'utf-8'], /use them with --input/],
  [['x', '--tracked', '--model', 'pulso'], /omit --model/],
  [['x', '--model', 'none'], /^Unknown model/],
])('%j is refused with one line and code 2', async (argv, message) => {
  const { code, stdout, stderr } = await pulsoHere(['analyze', ...argv])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(message)
  expect(stderr.trimEnd()).not.toContain('\n')
})
