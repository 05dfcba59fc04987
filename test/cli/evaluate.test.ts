import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runProgram } from '../../src/cli/run-program.ts'
import { evaluationReportSchema } from '../../src/evaluation/report.ts'
import { MODELS_DIRECTORY, SEED_MODEL } from '../../src/models/default-model.ts'
import { createClassifier } from '../../src/network/create-classifier.ts'
import { createKernelEngine } from '../../src/network/kernel-engine.ts'

const scratch = await mkdtemp(join(tmpdir(), 'pulso-evaluate-'))
afterAll(() => rm(scratch, { recursive: true }))

const TEXTS = [
  'what a wonderful evening with all of you',
  'nothing works here and nobody answers',
  'the store opens at nine',
]
const LABELS = ['Positive', 'Negative', 'Neutral']
const FILE = join(scratch, 'made_up.csv')
await writeFile(FILE, ['id,sentiment,text', ...TEXTS.map((text, row) => `${row},${LABELS[row]},${text}`)].join('\n'))

const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
beforeEach(() => {
  printed.mockClear()
  complained.mockClear()
})

const pulso = (...argv: string[]) => runProgram({ argv: ['evaluate', ...argv], version: '0', isDebugging: false })
const lastLine = (spy: typeof printed) => String(spy.mock.lastCall?.[0])

describe('pulso evaluate', () => {
  test('prints the figures of what the model answers', async () => {
    expect(await pulso('--data', FILE, '--format', 'json')).toBe(0)
    const report = evaluationReportSchema.parse(JSON.parse(lastLine(printed)))
    const directory = join(MODELS_DIRECTORY, SEED_MODEL)
    const classifier = await createClassifier({
      directory,
      threads: 1,
      maxQueuedMentions: 9,
      engine: createKernelEngine,
    })
    const answers = await classifier.classify(TEXTS.map(text => ({ text, entity: null })))
    const right = answers.filter(({ label }, row) => label === LABELS[row]?.toUpperCase()).length
    expect(report.accuracy).toMatchObject({ value: right / 3, sampleSize: 3 })
    expect(report).toMatchObject({
      dataset: 'made_up',
      split: 'EXTERNAL',
      isLeaky: false,
      rows: 3,
      tweets: 3,
      modelVersion: classifier.version,
      command: 'pulso evaluate --model seed-lstm --data made_up.csv',
    })
  })

  test('prints a table unless asked otherwise', async () => {
    expect(await pulso('--data', FILE)).toBe(0)
    expect(lastLine(printed)).toMatch(/^seed-lstm@[0-9a-f]{12} on made_up \(EXTERNAL\): 3 rows from 3 tweets/)
  })

  test('writes the report where --out says', async () => {
    const out = join(scratch, 'report.json')
    expect(await pulso('--data', FILE, '--format', 'json', '--out', out)).toBe(0)
    expect(printed).not.toHaveBeenCalled()
    expect(evaluationReportSchema.parse(JSON.parse(await readFile(out, 'utf8'))).rows).toBe(3)
  })

  test('leaves the data and everything else alone where it refuses', async () => {
    const data = join(scratch, 'data.csv')
    await copyFile(FILE, data)
    const before = await readFile(data, 'utf8')
    expect(await pulso('--data', data, '--out', data)).toBe(2)
    expect(lastLine(complained)).toMatch(/data\.csv is the file that is read; name another one\.$/)
    expect(await readFile(data, 'utf8')).toBe(before)
    expect(await pulso('--data', '/nowhere.csv', '--out', join(scratch, 'empty.json'))).toBe(2)
    expect(await readdir(scratch)).not.toContain('empty.json')
  })

  test.each<[string, string[], RegExp]>([
    ['a file that is not there', ['--data', '/nowhere.csv'], /^\/nowhere\.csv does not exist/],
    ['a model that is not there', ['--data', FILE, '--model', 'gpt'], /^There is no model "gpt"; there is .*seed-lstm/],
    [
      'a file without labels',
      ['--data', FILE, '--columns', 'id,-,text'],
      /made_up\.csv cannot be evaluated; no row has a label/,
    ],
    [
      'an --out in no folder',
      ['--data', FILE, '--out', '/nowhere/report'],
      /^--out \/nowhere\/report cannot be written \(ENOENT\)/,
    ],
  ])('refuses %s in one line', async (_, argv, message) => {
    expect(await pulso(...argv)).toBe(2)
    expect(lastLine(complained)).toMatch(message)
  })
})
