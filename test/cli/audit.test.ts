import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import type { AuditReport } from '../../src/ml/audit/audit-report.ts'
import { pulso, pulsoHere } from './pulso.ts'

const scratch = await mkdtemp(join(tmpdir(), 'pulso-audit-'))
afterAll(() => rm(scratch, { recursive: true }))

/** Three tweets in the test part: one with a copy in training, one with a variant, and a new one. */
const LINES = [
  'id,entity,sentiment,text,part',
  '1,Xbox,Positive,The new controller feels amazing and I love it,train',
  '2,Xbox,Negative,"My console broke after two days, and support hangs up",train',
  '3,Xbox,Neutral,The event starts at eight in the evening on Thursday,train',
  '4,Xbox,Positive,THE NEW CONTROLLER FEELS AMAZING AND I LOVE IT!!! https://t.co/abc,test',
  '5,Xbox,Negative,My console broke after three days and support hangs up,test',
  '6,Xbox,Positive,Nothing like the others was ever written before this,test',
  '7,Xbox,Neutral,set aside,dev',
]
const FILE = join(scratch, 'parts.csv')
await writeFile(FILE, LINES.join('\n'))

const audit = (...argv: string[]) => pulsoHere(['audit', ...argv])
const BY_PART = [FILE, '--split-column', 'part']

describe('pulso audit', () => {
  test('prints a report that begins with the finding', async () => {
    const { code, stdout } = await audit(...BY_PART)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^66\.7 % of the test rows leak: 2 of 3 have a counterpart in training\.\n/)
    expect(stdout).toContain('split     by the column part: test is the test part\n')
    expect(stdout).toContain('rows      3 training, 3 test, 1 in neither part\n')
    expect(stdout).toMatch(/^command {3}pulso audit parts\.csv --split-column part --near-duplicate 0\.7 /m)
  })

  test('prints the figures as JSON', async () => {
    const { stdout } = await audit(...BY_PART, '--format', 'json')
    const report = JSON.parse(stdout) as AuditReport
    expect(report).toMatchObject({
      files: [{ name: 'parts.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), unusableRowCount: 0 }],
      trainingRowCount: 3,
      testRowCount: 3,
      leaks: { any: 2, sameId: 0, sameText: 1, paraphrase: 2 },
      sameLabelCount: 2,
      sharedIds: null,
      method: { shingleLength: 4, bands: 60, rowsPerBand: 3, seed: 42, nearDuplicate: 0.7, paraphrase: 0.4 },
      check: null,
    })
    expect(report.accuracies.map(({ predictor }) => predictor)).toEqual([
      'most frequent label',
      'nearest-neighbour look-up',
      'naive Bayes',
    ])
  })

  test('prints one line of JSON per row that leaks, with its nearest training row', async () => {
    const { stdout } = await audit(...BY_PART, '--format', 'ndjson')
    const [first, second, ...rest] = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(rest).toEqual([])
    expect(first).toEqual({
      line: 5,
      externalId: '4',
      entity: 'Xbox',
      label: 'POSITIVE',
      text: 'THE NEW CONTROLLER FEELS AMAZING AND I LOVE IT!!! https://t.co/abc',
      kinds: ['SAME_TEXT', 'NEAR_DUPLICATE', 'PARAPHRASE'],
      similarity: 1,
      nearest: {
        line: 2,
        externalId: '1',
        entity: 'Xbox',
        label: 'POSITIVE',
        text: 'The new controller feels amazing and I love it',
      },
    })
    expect(second).toMatchObject({ line: 6, nearest: { line: 3 } })
  })

  test('writes each format to --out and prints nothing', async () => {
    for (const format of ['text', 'json', 'ndjson', 'csv']) {
      const out = join(scratch, `report.${format}`)
      const ending = await audit(...BY_PART, '--format', format, '--out', out)
      expect(ending).toMatchObject({ code: 0, stdout: '' })
      const printed = (await audit(...BY_PART, '--format', format)).stdout
      const withoutTime = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/, '')
      expect(withoutTime(await readFile(out, 'utf8'))).toBe(withoutTime(printed))
    }
  })

  test('reads a training file and a test file, of any format', async () => {
    const [header, ...rows] = LINES
    const training = join(scratch, 'train.csv.gz')
    await writeFile(training, gzipSync([header, ...rows.slice(0, 3)].join('\n')))
    const tested = join(scratch, 'test.ndjson')
    await writeFile(
      tested,
      [
        '{"id":4,"text":"the new controller feels amazing and I love it","label":"Positive"}',
        '{"text":"no label"}',
      ].join('\n'),
    )
    const report = JSON.parse((await audit(training, tested, '--format', 'json')).stdout) as AuditReport
    expect(report).toMatchObject({ trainingRowCount: 3, testRowCount: 1, leaks: { any: 1, sameText: 1 } })
    expect(report.files.map(({ name, unusableRowCount }) => [name, unusableRowCount])).toEqual([
      ['train.csv.gz', 0],
      ['test.ndjson', 1],
    ])
  })

  test('finds the split column of a file without a header, and divides by any column', async () => {
    const bare = join(scratch, 'bare.csv')
    await writeFile(bare, LINES.slice(1).join('\n'))
    const named = await audit(bare, '--columns', 'id,entity,sentiment,text,part', '--split-column', 'part')
    expect(named.stdout).toMatch(/^66\.7 % of the test rows leak/)
    const byId = await audit(FILE, '--split-column', 'id', '--test-values', '4, 5')
    expect(byId.stdout).toMatch(/^100\.0 % of the test rows leak: 2 of 2 /)
  })

  test('reads the labels and columns of any file, and repeats these options in the command', async () => {
    const path = join(scratch, 'stars.csv')
    const rows = Array.from({ length: 20 }, (_, row) => `${row % 5},"review number ${row >> 1} of a few dozen reviews"`)
    await writeFile(path, ['stars,review', ...rows].join('\n'))
    const options = [
      '--map',
      'text=review,sentiment=stars',
      '--labels',
      '0=Negative,1=Negative,2=Neutral,3=Positive,4=Positive',
    ]
    const { code, stdout } = await audit(path, ...options)
    expect(code).toBe(0)
    expect(stdout).toContain(
      'pulso audit stars.csv --map text=review,sentiment=stars --labels 0=Negative,1=Negative,2=Neutral,3=Positive,4=Positive --near-duplicate 0.7',
    )
  })

  test('measures a model beside the simple predictors', async () => {
    const report = JSON.parse((await audit(...BY_PART, '--model', 'pulso', '--format', 'json')).stdout) as AuditReport
    const figures = report.accuracies.find(({ predictor }) => predictor.startsWith('pulso@'))
    expect([figures?.all, figures?.leaking, figures?.others].map(figure => figure?.sampleSize)).toEqual([3, 2, 1])
    expect(report.trainedOnRowCount).toBe(0)
  })

  test('reads standard input, and ends as a process of its own', async () => {
    const { code, stdout, stderr } = await pulso(['audit', '-', '--split-column', 'part', '--format', 'ndjson'], {
      input: LINES.join('\n'),
    })
    expect(code).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(2)
    expect(stderr).toMatch(/^audit 100% \| /)
  })

  test('names the labels that it does not know, if no row has another', async () => {
    const path = join(scratch, 'moods.csv')
    await writeFile(path, 'text,sentiment\none text,happy\nanother text,happy')
    expect(await audit(path)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /cannot be audited; no row has a text and a label; .*"happy" 2.*a label map such as/,
      ),
    })
  })

  test('gives the same report for the same seed, and the splits differ by seed', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `${row},Neutral,tweet number ${row} of many different tweets`)
    const path = join(scratch, 'rows.csv')
    await writeFile(path, ['id,sentiment,text', ...rows].join('\n'))
    const linesOf = async (...argv: string[]) => (await audit(path, '--format', 'ndjson', ...argv)).stdout
    expect(await linesOf()).toBe(await linesOf('--seed', '42'))
    expect(await linesOf('--seed', '7')).not.toBe(await linesOf())
    const grouped = await audit(path, '--split', 'grouped')
    expect(grouped.stdout).toContain('split     grouped: by id: a fifth of the tweets is the test part')
  })

  test.each<[string, string[], RegExp]>([
    ['no file', [], /missing required argument 'files'/],
    ['three files', [FILE, FILE, FILE], /^3 files are named; name one file, or a training file and a test file\.$/],
    ['standard input twice', ['-', '-'], /^Only one of the two files can be standard input\.$/],
    ['a split of two files', [FILE, FILE, '--split', 'rows'], /^--split and --split-column divide one file; /],
    ['two ways to divide', [...BY_PART, '--split', 'rows'], /^Use either --split or --split-column\.$/],
    ['an unknown split', [FILE, '--split', 'half'], /Allowed choices are rows, grouped, random/],
    [
      'test values without a column',
      [FILE, '--test-values', 'dev'],
      /^--test-values belongs to a column: add --split-column/,
    ],
    [
      'an unknown value',
      [...BY_PART, '--test-values', 'tset'],
      /^--test-values names "tset"; the column part contains train \(3\)/,
    ],
    [
      'an unknown column',
      [FILE, '--split-column', 'set'],
      /^--split-column names the column "set"; .*parts\.csv has the columns id, entity/,
    ],
    [
      'thresholds in the wrong order',
      [FILE, '--paraphrase', '0.8'],
      /^--paraphrase 0\.8 is above --near-duplicate 0\.7/,
    ],
    [
      'a similarity that is none',
      [FILE, '--paraphrase', '40'],
      /argument '40' is invalid\. Expected a number from 0\.2 to 1\./,
    ],
    ['a seed that is none', [FILE, '--seed', '-1'], /Expected a whole number from 0 to 4294967295/],
    ['a check of no rows', [FILE, '--check', '0'], /Expected a positive whole number/],
    ['a file that does not exist', ['/nowhere.csv'], /^\/nowhere\.csv does not exist\.$/],
    ['a model that does not exist', [FILE, '--model', 'gpt'], /^Unknown model "gpt"; available models: /],
    [
      'a file without labels',
      [FILE, '--columns', 'id,-,-,text,-'],
      /parts\.csv cannot be audited; no row has a text and a label/,
    ],
    ['the input as output', [FILE, '--out', FILE], /parts\.csv is the input file; name another file\.$/],
    [
      'an --out in no folder',
      [FILE, '--out', '/nowhere/report'],
      /^--out \/nowhere\/report cannot be written \(ENOENT\)/,
    ],
  ])('refuses %s in one line', async (_, argv, message) => {
    const { code, stdout, stderr } = await audit(...argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.trim()).toMatch(message)
    expect(await readFile(FILE, 'utf8')).toBe(LINES.join('\n'))
  })
})
