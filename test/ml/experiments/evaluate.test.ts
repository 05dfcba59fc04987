import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { readLabelledFile } from '../../../src/ml/evaluation/labelled-file.ts'
import { saveReports } from '../../../src/ml/evaluation/save-report.ts'
import { evaluate, labelSets, readsEntity } from '../../../src/ml/experiments/evaluate.ts'
import { selectRows } from '../../../src/ml/experiments/select-rows.ts'
import { createClassifier } from '../../../src/ml/network/create-classifier.ts'
import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import { openTable } from '../../../src/tables/open-table.ts'
import { THREE } from '../evaluation/scored-rows.ts'
import { randomModel } from '../network/random-model.ts'
import { writeModel } from '../network/write-model.ts'

const directory = await writeModel(randomModel(8))
const classifier = await createClassifier({ directory, threads: 1, maxQueuedMentions: 10, engine: createKernelEngine })
const scratch = await mkdtemp(join(tmpdir(), 'pulso-evaluate-'))
afterAll(() => Promise.all([classifier.close(), rm(scratch, { recursive: true })]))

const READ = { format: null, columns: null, encoding: null, entity: null, timezone: 'UTC' }

async function labelledFile(
  content: string | Buffer,
  name = 'labelled.csv',
  only: { column: string; values: string[] } | null = null,
) {
  const path = join(scratch, name)
  await writeFile(path, content)
  const table = await openTable(path, Readable.from([]), READ)
  onTestFinished(() => table.close())
  return readLabelledFile(table, only)
}

const LINES = [
  'id,entity,sentiment,text',
  '1,Xbox,Positive,"w1, w2"',
  '1,Xbox,Positive,w3',
  '2,,negative,w4',
  '3,,,w5',
  '4,,Irrelevant,w6',
]

describe('a labelled file', () => {
  test('is read with its labels; a row without one is counted', async () => {
    const file = await labelledFile(LINES.join('\n'))
    expect(file.rows.map(({ id, label }) => [id, label])).toEqual([
      ['1', 'POSITIVE'],
      ['1', 'POSITIVE'],
      ['2', 'NEGATIVE'],
      ['4', 'IRRELEVANT'],
    ])
    expect(file.unusableRows).toBe(1)
  })

  test('has the same hash compressed and decompressed', async () => {
    const plain = await labelledFile(LINES.join('\n'))
    const packed = await labelledFile(gzipSync(LINES.join('\n')), 'labelled.csv.gz')
    expect(packed.sha256).toBe(plain.sha256)
  })

  test('is read in part if rows are chosen by a column', async () => {
    const content = 'text,sentiment,part\none,Positive,2016dev\ntwo,Negative,2016train\nthree,Neutral, 2015dev '
    const file = await labelledFile(content, 'parts.csv', { column: 'part', values: ['2016dev', '2015dev'] })
    expect(file.rows.map(({ text }) => text)).toEqual(['one', 'three'])
    await expect(labelledFile(content, 'parts.csv', { column: 'year', values: ['2016'] })).rejects.toThrow(
      '--only names the column "year"; the file has the columns text, sentiment, part.',
    )
  })

  test('without labels is refused', async () => {
    await expect(labelledFile('id,text\n1,hello')).rejects.toThrow(
      /no row has a label; add a column sentiment or label/,
    )
  })

  test('with unknown labels names them', async () => {
    await expect(labelledFile('sentiment,text\nhappy,hello')).rejects.toThrow(
      /no row has a label; .*\. 1 row has an unknown label .*"happy" 1/,
    )
  })
})

describe('an evaluation', () => {
  const run = async () => {
    const file = await labelledFile(LINES.join('\n'))
    const progress: number[] = []
    const [report] = await evaluate({
      classifier,
      selection: selectRows(file, classifier.manifest, () => false),
      labels: classifier.manifest.labels,
      heading: {
        dataset: 'labelled',
        datasetSha256: file.sha256,
        command: 'pulso evaluate --model random --data labelled.csv',
        trainedFor: 'SERVING',
        epochs: null,
        seed: null,
      },
      now: new Date('2026-11-24T05:00:00Z'),
      onProgress: rows => progress.push(rows),
      say: () => {},
    })
    if (report === undefined) throw new Error('There should be a report for each set of labels.')
    return { report, progress }
  }

  test('counts the predictions of the classifier', async () => {
    const { report, progress } = await run()
    const answers = await classifier.classify(['w1, w2', 'w3', 'w4'].map(text => ({ text, entity: null })))
    const actual = ['POSITIVE', 'POSITIVE', 'NEGATIVE']
    const right = answers.filter(({ label }, index) => label === actual[index]).length
    expect(report.accuracy.value).toBe(right / 3)
    expect(report).toMatchObject({
      rowCount: 3,
      tweetCount: 2,
      excludedRowCount: 1,
      labels: ['POSITIVE', 'NEUTRAL', 'NEGATIVE'],
      linearBaseline: null,
      entityBlindAccuracy: null,
      modelVersion: classifier.version,
      evaluatedAt: '2026-11-24T05:00:00.000Z',
    })
    expect(report.confusionMatrix.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    expect(progress).toEqual([3])
  })

  test('replaces the earlier one with the same data set, split, labels and weights', async () => {
    const { report } = await run()
    const path = join(scratch, 'evaluation.json')
    const saved = async () => JSON.parse(await readFile(path, 'utf8'))
    await saveReports(scratch, [], [report])
    expect(await saved()).toEqual([report])
    const other = { ...report, dataset: 'another' }
    const retrained = { ...report, trainedFor: 'SPLIT' as const, epochs: 2, seed: 42 }
    const twoLabels = { ...report, labels: report.labels.slice(0, 2) }
    const later = { ...report, evaluatedAt: '2026-11-25T05:00:00.000Z' }
    await saveReports(scratch, [report], [other, retrained, twoLabels])
    expect(await saved()).toEqual([other, report, retrained, twoLabels])
    await saveReports(scratch, [other, report, retrained, twoLabels], [later])
    expect(await saved()).toEqual([other, retrained, twoLabels, later])
  })
})

test('a model with IRRELEVANT is evaluated on all labels and on sentiment alone, others once', () => {
  expect(labelSets(['NEGATIVE', 'IRRELEVANT', 'NEUTRAL', 'POSITIVE'])).toEqual([[...THREE, 'IRRELEVANT'], THREE])
  expect(labelSets(['NEGATIVE', 'NEUTRAL', 'POSITIVE'])).toEqual([THREE])
  expect(labelSets(['POSITIVE', 'IRRELEVANT'])).toEqual([['POSITIVE', 'IRRELEVANT']])
})

test('a model behind the Keras tokenizer ignores the entity', () => {
  expect(readsEntity(randomModel(1).manifest)).toBe(false)
})
