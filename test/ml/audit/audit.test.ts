import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AuditOptions, audit } from '../../../src/ml/audit/audit.ts'
import type { AuditedFile, AuditedRow } from '../../../src/ml/audit/audited-file.ts'
import { divideByFile } from '../../../src/ml/audit/divide-rows.ts'
import { reportText } from '../../../src/ml/audit/report-text.ts'
import { madeTweets, rowOf } from './made-tweets.ts'

const OPTIONS: AuditOptions = {
  nearDuplicate: 0.7,
  paraphrase: 0.4,
  seed: 42,
  model: null,
  checkedRowCount: 0,
  heading: { pulsoVersion: '1.2.3', command: 'pulso audit train.csv test.csv' },
  now: new Date('2026-11-30T06:00:00Z'),
  onProgress: () => {},
}

const fileOf = (name: string, rows: readonly AuditedRow[]): AuditedFile => ({
  name,
  sha256: `hash of ${name}`,
  rows,
  unusableRowCount: 0,
})

function auditRows(training: readonly AuditedRow[], test: readonly AuditedRow[], options: Partial<AuditOptions> = {}) {
  const files = [fileOf('train.csv', training), fileOf('test.csv', test)] as const
  return audit(files, divideByFile(...files), { ...OPTIONS, ...options })
}

/** 200 training rows and 120 test rows, of which 20 each are copies of one of six kinds; the rest is new. */
function plantedLeaks(seed: number) {
  const made = madeTweets(seed)
  const training = Array.from({ length: 200 }, (_, index) =>
    rowOf({ line: index + 2, id: `train-${index}`, text: made.text(), label: made.label() }),
  )
  const changes: Record<string, (text: string) => string> = {
    exact: text => text,
    'case and address': text => `${text.toUpperCase()}!! https://t.co/${made.word()}`,
    'a word less': text => text.split(' ').slice(1).join(' '),
    shuffled: text => made.shuffled(text),
    paraphrase: text => text.replace(/^(\S+ ){3}/, () => `${made.text(3)} `),
    new: () => made.text(),
  }
  const test = Object.entries(changes).flatMap(([kind, change], number) =>
    training.slice(20 * number, 20 * number + 20).map(({ text, label }, index) => ({
      kind,
      row: rowOf({ line: 20 * number + index + 2, id: `test-${kind}-${index}`, text: change(text), label }),
    })),
  )
  return { training, test }
}

describe('planted leaks are found by their kind', async () => {
  const { training, test: planted } = plantedLeaks(8)
  const { report, leaks } = await auditRows(
    training,
    planted.map(({ row }) => row),
  )
  const leakOf = new Map(leaks.map(leak => [leak.row, leak]))
  const rowsOf = (kind: string) => planted.filter(one => one.kind === kind).map(({ row }) => row)

  test.each([
    ['exact', ['SAME_TEXT', 'NEAR_DUPLICATE', 'PARAPHRASE']],
    ['case and address', ['SAME_TEXT', 'NEAR_DUPLICATE', 'PARAPHRASE']],
    ['a word less', ['NEAR_DUPLICATE', 'PARAPHRASE']],
  ])('%s', (kind, kinds) => {
    for (const row of rowsOf(kind)) expect(leakOf.get(row)?.kinds).toEqual(kinds)
  })

  test.each(['shuffled', 'paraphrase'])('%s', kind => {
    for (const row of rowsOf(kind)) expect(leakOf.get(row)?.kinds.at(-1)).toBe('PARAPHRASE')
  })

  test('a new text is no leak', () => {
    expect(rowsOf('new').filter(row => leakOf.has(row))).toEqual([])
    expect(leaks).toHaveLength(100)
  })

  test('each leak names its original and its similarity', () => {
    for (const [number, { row, kind }] of planted.entries()) {
      const leak = leakOf.get(row)
      if (leak === undefined) continue
      expect(leak.nearest.line).toBe(number + 2)
      expect(leak.similarity === 1).toBe(kind === 'exact' || kind === 'case and address')
    }
  })

  test('the report counts them, and memory is right on them alone', () => {
    expect(report.leaks).toMatchObject({ any: 100, sameId: 0, sameText: 40, paraphrase: 100 })
    expect(report.leaks.nearDuplicate).toBeGreaterThanOrEqual(60)
    expect(report.sameLabelCount).toBe(100)
    const lookUp = report.accuracies.find(({ predictor }) => predictor === 'nearest-neighbour look-up')
    expect(lookUp?.leaking).toMatchObject({ value: 1, sampleSize: 100 })
    expect(lookUp?.others.sampleSize).toBe(20)
    expect(lookUp?.others.value).toBeLessThan(0.7)
  })

  test('the text names the finding first, and all that a citation needs', () => {
    const text = reportText(report)
    expect(text).toMatch(/^83\.3 % of the test rows leak: 100 of 120 have a counterpart in training\.\n/)
    for (const part of [
      'train.csv, sha256 hash of train.csv',
      '(60 bands of 3, seed 42); finds 98.1 % of the pairs at 0.4',
      'pulso 1.2.3, 2026-11-30T06:00:00.000Z',
      'pulso audit train.csv test.csv',
      'The nearest training row has the same label in 100.0 % of the rows that leak.',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/undefined|NaN|null/)
  })
})

describe('ids', () => {
  const made = madeTweets(9)
  const pairs = Array.from({ length: 40 }, (_, index) => {
    const text = made.text()
    return { id: String(index), text, variant: `${made.word()} ${text}` }
  })

  test('are leaks even if the text is another one, as long as most are variants of one tweet', async () => {
    const training = pairs.map(({ id, text }) => rowOf({ id, text }))
    const rows = pairs.map(({ id, variant }, index) => rowOf({ id, text: index < 4 ? made.text() : variant }))
    const { report, leaks } = await auditRows(training, rows)
    expect(report.leaks).toMatchObject({ any: 40, sameId: 40, paraphrase: 36 })
    expect(report.sharedIds).toEqual({ rowCount: 40, similarRowCount: 36, foundRowCount: 36, areTweets: true })
    expect(leaks[0]?.kinds).toEqual(['SAME_ID'])
    expect(leaks[0]?.nearest).toBe(training[0])
  })

  test('that number something other than tweets are not counted, and the report explains it', async () => {
    const training = pairs.map(({ id, text }) => rowOf({ id, text }))
    const rows = pairs.map(({ id }) => rowOf({ id, text: made.text() }))
    const { report } = await auditRows(training, rows)
    expect(report.leaks).toMatchObject({ any: 0, sameId: 0 })
    expect(report.sharedIds).toMatchObject({ rowCount: 40, similarRowCount: 0, areTweets: false })
    expect(reportText(report)).toContain(
      '40 test rows share an id with training, but only 0.0 % of them a text (similarity >= 0.4): these ids are no ids of tweets',
    )
  })
})

test('short common texts are counted apart and are no leaks', async () => {
  const { report } = await auditRows([rowOf({ text: 'Thank you!' })], [rowOf({ text: 'thank you' })])
  expect(report.leaks.any).toBe(0)
  expect(report.shortTextRowCount).toBe(1)
  expect(report.accuracies.map(({ leaking }) => leaking.value)).toEqual([null, null, null])
})

test('a model is measured on the rows that it can answer, and its record of training is read', async () => {
  const training = [rowOf({ text: 'one text of many words for training', label: 'POSITIVE' })]
  const rows = [
    rowOf({ text: 'one text of many words for training', label: 'POSITIVE' }),
    rowOf({ text: 'something else entirely', label: 'NEGATIVE' }),
    rowOf({ text: 'and one about nothing', label: 'IRRELEVANT' }),
  ]
  const model = {
    version: 'made@1',
    predict: async () => ['POSITIVE', 'POSITIVE', null] as const,
    isTrainedOn: (row: AuditedRow) => row === rows[1],
  }
  const { report } = await auditRows(training, rows, { model })
  const figures = report.accuracies.find(({ predictor }) => predictor === 'made@1')
  expect([figures?.all, figures?.leaking, figures?.others].map(figure => [figure?.value, figure?.sampleSize])).toEqual([
    [0.5, 2],
    [1, 1],
    [0, 1],
  ])
  expect(report).toMatchObject({ unanswerableRowCount: 1, trainedOnRowCount: 1 })
})

test('the check compares a sample exactly', async () => {
  const { training, test: planted } = plantedLeaks(10)
  const { report } = await auditRows(
    training,
    planted.map(({ row }) => row),
    { checkedRowCount: 1000 },
  )
  expect(report.check?.rowCount).toBe(120)
  for (const { exactRowCount, foundRowCount, recall, precision } of report.check?.levels ?? []) {
    expect(exactRowCount).toBeGreaterThan(50)
    expect(foundRowCount).toBeLessThanOrEqual(exactRowCount)
    expect(recall.value).toBeGreaterThan(0.95)
    expect(precision.value).toBe(1)
  }
  expect(reportText(report)).toMatch(/Check at 0\.4: of 120 random test rows, 100 have such a neighbour/)
})

test('progress rises to the end', async () => {
  const shares: number[] = []
  const { training, test: planted } = plantedLeaks(11)
  await auditRows(
    training,
    planted.map(({ row }) => row),
    { checkedRowCount: 5, onProgress: share => shares.push(share) },
  )
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('counts add up for any rows, and the same input gives the same report', async () => {
  const aRow = fc.record({
    id: fc.constantFrom(null, '1', '2', '3'),
    text: fc.array(fc.constantFrom('new', 'phone', 'broke', 'again', 'today', '😂', 'https://t.co/x'), {
      minLength: 1,
    }),
    label: fc.constantFrom('POSITIVE', 'NEGATIVE', 'IRRELEVANT'),
  })
  const rows = fc.array(aRow, { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(rows, rows, async (trained, tested) => {
      const [training, test] = [trained, tested].map(part =>
        part.map(row => rowOf({ ...row, text: row.text.join(' ') } as AuditedRow)),
      ) as [AuditedRow[], AuditedRow[]]
      const { report, leaks } = await auditRows(training, test)
      const { any, sameId, sameText, nearDuplicate, paraphrase } = report.leaks
      expect(sameText).toBeLessThanOrEqual(nearDuplicate)
      expect(nearDuplicate).toBeLessThanOrEqual(paraphrase)
      expect(any).toBeLessThanOrEqual(sameId + paraphrase)
      expect(any).toBe(leaks.length)
      for (const { all, leaking, others } of report.accuracies) {
        expect(all.sampleSize).toBe(test.length)
        expect(leaking.sampleSize).toBe(any)
        expect(others.sampleSize).toBe(test.length - any)
      }
      for (const { kinds, nearest } of leaks) {
        expect(kinds.length).toBeGreaterThan(0)
        expect(training).toContain(nearest)
      }
      expect((await auditRows(training, test)).report).toEqual(report)
    }),
    { numRuns: 30 },
  )
})
