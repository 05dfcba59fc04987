import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { endOf, pulso, pulsoHere, startPulso } from './pulso.ts'

// Each test starts whole processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-test-'))
})
afterAll(() => rm(directory, { recursive: true }))

interface Line {
  readonly line: number
  readonly externalId?: string | null
  readonly entity?: string | null
  readonly label?: string
  readonly confidence?: number
  readonly probabilities?: Record<string, number>
  readonly error?: { code: string; message: string; field: string[] | null }
}

const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Line)

const ndjson = (input: string, ...argv: string[]) => ['classify', '--input', input, '--format', 'ndjson', ...argv]

describe('one text', () => {
  test('is printed for a person', async () => {
    const { code, stdout } = await pulsoHere(['classify', 'I love my new Xbox', '--entity', 'Xbox'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^(POSITIVE|NEUTRAL|NEGATIVE) about Xbox, confidence \d+\.\d%\n {2}positive +\d/)
    expect(stdout).toMatch(/pulso@[0-9a-f]{12}\n$/)
  })

  test('is printed for a program, with probabilities that sum to one', async () => {
    const { stdout } = await pulsoHere(['classify', 'I love it', '--format', 'json'])
    const answer = JSON.parse(stdout) as Line
    expect(Object.keys(answer.probabilities ?? {})).toEqual(['positive', 'neutral', 'negative', 'irrelevant'])
    expect(Object.values(answer.probabilities ?? {}).reduce((a, b) => a + b)).toBeCloseTo(1, 5)
    expect(answer.entity).toBeNull()
  })

  test.each([
    [[''], /^text must have at least one character/],
    [['x'.repeat(10_001)], /^text may have at most 10,000 characters/],
    [['hello', '--entity', '!!'], /^entity must have at least one letter or digit/],
    [['hello', '--model', 'nobody'], /^Unknown model "nobody"; available models: .*seed-lstm/],
    [['hello', '--input', 'a.csv'], /^Give either a text.* or a file with --input/],
    [['hello', '--encoding', 'klingon'], /describe a file; use them with --input/],
    [[], /^Give either a text/],
  ])('%j is refused with one line', async (argv, message) => {
    const { code, stdout, stderr } = await pulsoHere(['classify', ...argv])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})

describe('a file', () => {
  test('prints one line per row, in order, including invalid rows', async () => {
    const path = join(directory, 'feed.csv')
    await writeFile(
      path,
      'id,entity,text,sentiment\n1,Xbox,"I love\nit",Positive\n2,,awful,\n3,Sony,,\n4,a,b,c,d\n5,Xbox,ok,happy\n6,@Xbox,fine\0,\n7,"Xbox ",great,\n',
    )
    const { code, stdout, stderr } = await pulsoHere(ndjson(path))
    expect(code).toBe(0)
    expect(stderr).toMatch(/^1 row has an unknown label and is read without it \("happy" 1\);.*\n$/)
    const lines = linesOf(stdout)
    expect(
      lines.map(({ line, externalId, entity, error }) => [line, externalId, entity, error?.code, error?.field]),
    ).toEqual([
      [2, '1', 'Xbox', undefined, undefined],
      [4, '2', null, undefined, undefined],
      [5, undefined, undefined, 'INVALID', ['text']],
      [6, undefined, undefined, 'INVALID', null],
      [7, '5', 'Xbox', undefined, undefined],
      [8, undefined, undefined, 'INVALID', ['text']],
      [9, '7', 'Xbox', undefined, undefined],
    ])
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'line',
      'externalId',
      'entity',
      'label',
      'confidence',
      'probabilities',
      'isUncertain',
      'isTruncated',
      'unknownTokenShare',
      'language',
      'unreadReason',
      'model',
    ])
  })

  test('is printed in every format, with the same answers and with the rows that have none', async () => {
    const path = join(directory, 'formats.csv')
    await writeFile(path, 'id,entity,text\n1,Xbox,"I love it, truly"\n2,=cmd,\n3,Xbox,so\u0301 bad\n')
    const printed = async (format: string) =>
      (await pulsoHere(['classify', '--input', path, '--format', format])).stdout
    const lines = linesOf(await printed('ndjson'))
    expect(JSON.parse(await printed('json'))).toEqual(lines)
    const [header, ...rows] = parse(await printed('csv'), { bom: true }) as string[][]
    expect(header?.slice(0, 6)).toEqual([
      'line',
      'externalId',
      'entity',
      'label',
      'confidence',
      'probabilities.positive',
    ])
    expect(rows.map(row => row.slice(0, 5))).toEqual([
      ['2', '1', 'Xbox', lines[0]?.label, String(lines[0]?.confidence)],
      ['3', '', '', '', ''],
      ['4', '3', 'Xbox', lines[2]?.label, String(lines[2]?.confidence)],
    ])
    expect(rows[1]?.slice(-2)).toEqual(['INVALID', lines[1]?.error?.message])
    expect((await printed('text')).split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^line 2: [A-Z]+ about Xbox, confidence \d+\.\d%/),
      `line 3: ${lines[1]?.error?.message}`,
    ])
    await writeFile(path, 'id,text\n')
    expect(await printed('json')).toBe('[]\n')
  })

  test('keeps the order of thousands of rows, and each result is that of its text alone', async () => {
    const path = join(directory, 'many.csv.gz')
    const texts = Array.from(
      { length: 3000 },
      (_, index) => `${['love', 'hate', 'see'][index % 3]} this game number ${index % 7}`,
    )
    await writeFile(path, gzipSync(texts.map((text, index) => `${index},${text}\n`).join('')))
    const { stdout } = await pulsoHere(ndjson(path, '--columns', 'id,text', '--entity', 'Xbox'))
    const lines = linesOf(stdout)
    expect(lines.map(({ externalId }) => Number(externalId))).toEqual(texts.map((_, index) => index))
    const alone = JSON.parse(
      (await pulsoHere(['classify', texts[1] ?? '', '--entity', 'Xbox', '--format', 'ndjson'])).stdout,
    ) as Line
    for (const [name, share] of Object.entries(alone.probabilities ?? {})) {
      expect(lines[1]?.probabilities?.[name]).toBeCloseTo(share, 5)
    }
  })

  test('prints nothing for a file that is empty or has only a header', async () => {
    for (const input of ['', 'id,text\n']) {
      expect(await pulso(ndjson('-'), { input })).toEqual({ code: 0, stdout: '', stderr: '' })
    }
  })

  test('reports the found columns if there is no text column', async () => {
    const { code, stdout, stderr } = await pulso(ndjson('-'), { input: 'id,words\n1,hi\n' })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^standard input has no text column in its first line \(found: id, words\)/)
  })

  test('prints the rows of a truncated file, then the reason', async () => {
    const packed = gzipSync(Array.from({ length: 20_000 }, (_, index) => `${index},text ${index * 7919}\n`).join(''))
    const { code, stdout, stderr } = await pulso(ndjson('-', '--columns', 'id,text'), {
      input: packed.subarray(0, -5000),
    })
    expect(code).toBe(2)
    expect(linesOf(stdout).length).toBeGreaterThan(1000)
    expect(stderr).toBe('standard input is truncated: its gzip stream ends too early. Copy the file again.\n')
  })

  test('classifies half an emoji too', async () => {
    const { stdout } = await pulso(ndjson('-'), { input: '{"text":"cut \\ud83d here"}\n' })
    expect(linesOf(stdout)).toEqual([expect.objectContaining({ line: 1, label: expect.any(String) })])
  })
})

test('processes a stream while it is being written', async () => {
  const child = startPulso(ndjson('-'))
  child.stdin?.write('id,text\n1,I love it\n')
  const [first] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  expect(JSON.parse(first.toString())).toMatchObject({ line: 2, externalId: '1' })
  const ended = endOf(child)
  child.stdin?.end('2,I hate it\n')
  expect(linesOf((await ended).stdout)).toEqual([expect.objectContaining({ line: 3, externalId: '2' })])
})

test('ends without an error if the reader closes the output early', async () => {
  const child = startPulso(ndjson('-', '--columns', 'text'))
  child.stdin?.on('error', () => {})
  child.stdin?.end('I love it\n'.repeat(50_000))
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  child.stdout?.destroy()
  const { code, stderr } = await endOf(child)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})
