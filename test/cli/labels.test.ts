import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { setLabel } from '../../src/labelling/set-label.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import type { TestDatabase } from '../support/test-database.ts'
import { pulso } from './pulso.ts'

// Each test starts whole processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let here: TestService
let there: TestService
let directory: string

const TWEETS = [
  { externalId: '1', text: '=SUM(A1) is a formula', entity: 'Xbox' },
  { externalId: '2', text: 'a "quoted", text\nwith lines', entity: 'Xbox' },
  { externalId: '3', text: 'whole message', entity: null },
]
const requests = TWEETS.map(({ externalId, text, entity }, index) =>
  requestOf({ source: { kind: 'external', externalId }, text, entity, importedLabel: index === 0 ? 'NEUTRAL' : null }),
)

beforeAll(async () => {
  here = await startTestService()
  there = await startTestService()
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
  const answers = await here.service.classify(requests)
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) throw new Error(answer.problem.message)
    const { tweetId } = await here.database.storage.prisma.classification.findFirstOrThrow({
      where: { id: answer.value.id },
    })
    const given = { tweetId, entityId: answer.value.entityId, origin: 'PAGE', drawId: null } as const
    const labelledAt = new Date(Date.UTC(2026, 0, 1 + index))
    await setLabel(here.database.storage.pool, { ...given, label: 'POSITIVE', annotator: 'ann', labelledAt })
    await setLabel(here.database.storage.pool, { ...given, label: 'NEGATIVE', annotator: '=bob', labelledAt })
  }
})
afterAll(async () => {
  await here.close()
  await there.close()
  await rm(directory, { recursive: true })
})

const call = (parameters: readonly string[], { url }: Pick<TestDatabase, 'url'> = here.database, input?: string) =>
  pulso(['labels', ...parameters], {
    cwd: directory,
    environment: { DATABASE_URL: url },
    ...(input === undefined ? {} : { input }),
  })

const held = async ({ storage }: Pick<TestDatabase, 'storage'>) =>
  (
    await storage.pool.query(
      `SELECT external_id, entity.name AS entity, label, annotator, labelled_at FROM current_label
       JOIN tweet ON tweet.id = tweet_id JOIN entity ON entity.id = entity_id ORDER BY external_id, annotator COLLATE "C"`,
    )
  ).rows

describe('pulso labels', () => {
  test.each(['labels.csv', 'labels.ndjson.gz', 'labels.json'])(
    'writes %s, which another store with the tweets reads',
    async name => {
      const written = await call(['export', '--out', name])
      expect({ ...written }).toMatchObject({ code: 0, stdout: `7 labels exported to ${name}\n` })
      // Without the tweets, nothing can be labelled.
      const early = await call(['import', name], there.database)
      if (name === 'labels.csv') {
        expect(early.stdout).toBe('7 read = 0 stored + 0 unchanged + 7 rejected\n')
        expect(early.stderr).toContain('line 2: No stored tweet has this key')
        await there.service.classify(requests)
        expect((await call(['import', name], there.database)).stdout).toBe(
          '7 read = 6 stored + 1 unchanged + 0 rejected\n',
        )
      }
      expect((await call(['import', name], there.database)).stdout).toBe(
        '7 read = 0 stored + 7 unchanged + 0 rejected\n',
      )
      const withoutTimeOfFile = (rows: { annotator: string; labelled_at: Date | null }[]) =>
        rows.map(row => (row.annotator === 'file' ? { ...row, labelled_at: null } : row))
      expect(withoutTimeOfFile(await held(there.database))).toEqual(withoutTimeOfFile(await held(here.database)))
    },
  )

  test('guards cells that a spreadsheet would run, and lists who labelled', async () => {
    await call(['export', '--out', 'guarded.csv', '--annotator', '=bob'])
    const text = await readFile(join(directory, 'guarded.csv'), 'utf8')
    expect(text).toContain(`'=SUM(A1)`)
    expect(text).not.toMatch(/,=/)
    expect((await call(['list', '--entity', 'xbox'])).stdout).toBe('Xbox  =bob  2\nXbox  ann  2\nXbox  file  1\n')
    expect((await call(['list', '--entity', 'unknown'])).code).toBe(2)
  })

  test('keeps a later label, and rejects rows that say why', async () => {
    const row = { external_id: '1', text: '=SUM(A1) is a formula', entity: 'xbox', annotator: 'ann' }
    const rows = [
      { ...row, label: 'NEGATIVE', labelled_at: '2025-01-01T00:00:00Z' },
      { ...row, label: 'neutral', labelled_at: '2026-05-01T00:00:00Z' },
      { ...row, label: 'great' },
      { ...row, label: 'NEUTRAL', annotator: '' },
      { ...row, label: 'NEUTRAL', labelled_at: 'yesterday' },
      { ...row, label: 'NEUTRAL', text: 'another text' },
    ]
    const input = `${rows.map(one => JSON.stringify(one)).join('\n')}\n{oops\n`
    const { code, stdout, stderr } = await call(['import', '-', '--format', 'json'], here.database, input)
    expect({ code, counts: JSON.parse(stdout) }).toEqual({
      code: 0,
      counts: { read: 7, stored: 1, unchanged: 1, rejected: 5 },
    })
    expect(
      stderr
        .trim()
        .split('\n')
        .map(line => line.slice(0, 20)),
    ).toEqual([
      'line 3: label must b',
      'line 4: annotator mu',
      'line 5: labelled_at ',
      'line 6: No stored tw',
      expect.stringMatching(/^line 7: /),
    ])
  })

  test('refuses files that are none of labels', async () => {
    await writeFile(join(directory, 'tweets.csv.gz'), gzipSync('id,text\n1,hello\n'))
    await writeFile(join(directory, 'empty.csv'), '')
    for (const [name, message] of [
      ['tweets.csv.gz', 'tweets.csv.gz is no file of labels: its first row lacks label, annotator.'],
      ['empty.csv', 'empty.csv is empty'],
      ['missing.csv', 'missing.csv'],
    ] as const) {
      const { code, stderr } = await call(['import', name])
      expect(code).toBe(2)
      expect(stderr).toContain(message)
    }
  })
})
