import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { isSeedRow, readKaggleFile } from '../../../src/ml/training/kaggle-rows.ts'

const directory = mkdtempSync(join(tmpdir(), 'pulso-rows-'))
afterAll(() => rmSync(directory, { recursive: true }))

const written = (name: string, content: string | Buffer) => {
  const path = join(directory, name)
  writeFileSync(path, content)
  return path
}

const CSV = '1,Xbox,Positive,"two\nlines, ""quoted"""\n2,Xbox,Irrelevant,\n'

describe('readKaggleFile', () => {
  test('reads quoted newlines, quotes and missing texts', () => {
    expect(readKaggleFile(written('plain.csv', CSV)).rows).toEqual([
      { id: '1', entity: 'Xbox', label: 'POSITIVE', text: 'two\nlines, "quoted"' },
      { id: '2', entity: 'Xbox', label: 'IRRELEVANT', text: '' },
    ])
  })

  test('gives a gzipped file the hash of its CSV', () => {
    const sha256 = createHash('sha256').update(CSV).digest('hex')
    expect(readKaggleFile(written('plain.csv', CSV)).sha256).toBe(sha256)
    expect(readKaggleFile(written('packed.csv.gz', gzipSync(CSV)))).toEqual(readKaggleFile(written('plain.csv', CSV)))
  })

  test.each([
    ['a label that is none', '1,Xbox,Happy,hello\n', 'row 1: expected id, entity, sentiment (Positive, Neutral'],
    ['a missing column', '1,Xbox,Positive,fine text\n2,Xbox,Positive\n', 'row 2: expected'],
    ['a quote that never ends', '1,Xbox,Positive,"hello\n', 'not a valid CSV file'],
    ['nothing', '', 'is empty'],
  ])('refuses %s in one line', (_, content, message) => {
    const path = written('bad.csv', content)
    expect(() => readKaggleFile(path)).toThrow(message)
  })

  test('refuses a truncated gzip file and a missing file', () => {
    expect(() => readKaggleFile(written('cut.csv.gz', gzipSync(CSV).subarray(0, 20)))).toThrow('cannot be read')
    expect(() => readKaggleFile(join(directory, 'nowhere.csv'))).toThrow('cannot be read: ENOENT')
  })
})

describe('isSeedRow', () => {
  const isKept = (text: string, label: 'POSITIVE' | 'IRRELEVANT' = 'POSITIVE') =>
    isSeedRow({ id: '1', entity: 'Xbox', label, text })

  test.each(['so good', '2 words', 'two\u00a0words', 'two\nlines', 'trailing word '])('keeps %j', text => {
    expect(isKept(text)).toBe(true)
  })

  test.each(['', 'one', 'one ', '@xbox is good', ' leading space', 'éclair time', '<unk> hello', '"quoted" text'])(
    'drops %j',
    text => {
      expect(isKept(text)).toBe(false)
    },
  )

  test('drops irrelevant rows', () => {
    expect(isKept('so good', 'IRRELEVANT')).toBe(false)
  })
})
