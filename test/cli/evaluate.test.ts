import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { runProgram } from '../../src/cli/run-program.ts'
import { configReader, MODELS_DIRECTORY } from '../../src/config.ts'
import { evaluationReportSchema } from '../../src/ml/evaluation/report.ts'
import { groupBucket, groupedSplit } from '../../src/ml/evaluation/splits/grouped.ts'
import { createClassifier } from '../../src/ml/network/create-classifier.ts'
import { createKernelEngine } from '../../src/ml/network/kernel.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { describeNative } from '../ml/tensorflow/native.ts'

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

const pulso = (...argv: string[]) =>
  runProgram({ argv: ['evaluate', ...argv], version: '0', readConfig: configReader(process.env), isDebugging: false })
const lastLine = (spy: typeof printed) => String(spy.mock.lastCall?.[0])

const reportsOf = (json: string) => z.array(evaluationReportSchema).parse(JSON.parse(json))

describe('pulso evaluate', () => {
  test('prints the figures of the predictions', async () => {
    expect(await pulso('--data', FILE, '--format', 'json')).toBe(0)
    const [report] = reportsOf(lastLine(printed))
    const directory = join(MODELS_DIRECTORY, DEFAULT_MODEL)
    const classifier = await createClassifier({
      directory,
      threads: 1,
      maxQueuedMentions: 9,
      engine: createKernelEngine,
    })
    const answers = await classifier.classify(TEXTS.map(text => ({ text, entity: null })))
    const right = answers.filter(({ label }, row) => label === LABELS[row]?.toUpperCase()).length
    expect(report?.accuracy).toMatchObject({ value: right / 3, sampleSize: 3 })
    expect(report).toMatchObject({
      dataset: 'made_up',
      split: 'EXTERNAL',
      isLeaky: false,
      rowCount: 3,
      tweetCount: 3,
      modelVersion: classifier.version,
      command: 'pulso evaluate --model pulso --data made_up.csv',
    })
  })

  test('prints a table by default', async () => {
    expect(await pulso('--data', FILE)).toBe(0)
    expect(lastLine(printed)).toMatch(/^pulso@[0-9a-f]{12} on made_up \(EXTERNAL\): 3 rows from 3 tweets/)
  })

  test('evaluates the development rows of the corpora, the sources that were not trained on, and sets by part', async () => {
    const [corpora, sets] = await Promise.all(['corpora', 'sets'].map(name => mkdtemp(join(scratch, `${name}-`))))
    const rows = Array.from({ length: 30 }, (_, row) => `${row},Acme,${LABELS[row % 3]},Acme ${TEXTS[row % 3]} ${row}`)
    const table = ['id,entity,sentiment,text', ...rows].join('\n')
    await writeFile(join(corpora as string, 'target_tweets.csv'), table)
    await writeFile(join(corpora as string, 'sanders_feed.csv'), table)
    await writeFile(
      join(sets as string, 'own.csv'),
      'id,sentiment,text,part\n1,Positive,I love it,easy\n2,Negative,I hate it,easy\n3,Neutral,It is on at nine,plain',
    )
    const given = ['--corpora', corpora as string, '--sets', sets as string, '--format', 'json']
    expect(await pulso(...given)).toBe(0)
    const sentiments = reportsOf(lastLine(printed)).filter(({ labels }) => labels.length === 3)
    const kept = Array.from({ length: 30 }, (_, row) => groupBucket(String(row))).filter(bucket => bucket === 2).length
    expect(sentiments.map(({ dataset, rowCount }) => [dataset, rowCount])).toEqual([
      ['own (part=easy)', 2],
      ['own (part=plain)', 1],
      ['dong', kept],
      ['sanders', 30],
    ])
    expect(sentiments[0]?.command).toMatch(/^pulso evaluate --model pulso --corpora corpora-\w+ --sets sets-\w+$/)
    // A Spanish model is trained on other corpora, and on none of these.
    expect(await pulso('--corpora', corpora as string, '--model', 'pulso-es')).toBe(2)
    expect(lastLine(complained)).toMatch(/has none of the known corpora: (?!.*target_tweets).+, plain or with \.gz\.$/)
    const spanish = ['xlmt_es', 'emoevent_es'].flatMap(source => rows.map(row => `${source},${row}`))
    await writeFile(join(corpora as string, 'spanish.csv'), ['source,id,entity,sentiment,text', ...spanish].join('\n'))
    expect(await pulso('--corpora', corpora as string, '--model', 'pulso-es', '--format', 'json')).toBe(0)
    const measured = reportsOf(lastLine(printed)).filter(({ labels }) => labels.length === 3)
    expect(measured.map(({ dataset, rowCount }) => [dataset, rowCount])).toEqual([
      ['xlm-t-es', kept],
      ['emoevent-es', 30],
    ])
    expect(await pulso(...given, '--data', FILE)).toBe(2)
    expect(await pulso('--corpora', sets as string)).toBe(2)
    expect(await pulso('--sets', corpora as string, '--model', 'seed-lstm', '--corpora', corpora as string)).toBe(2)
    expect(complained.mock.calls.flat().join('\n')).toMatch(
      /has none of the known corpora.*trained on several corpora/s,
    )
  })

  test('names the labels that it does not know and evaluates the other rows', async () => {
    const path = join(scratch, 'moods.csv')
    await writeFile(
      path,
      'text,sentiment\nnothing works here and nobody answers,Negative\nthe store opens at nine,calm',
    )
    expect(await pulso('--data', path, '--format', 'json')).toBe(0)
    expect(complained.mock.calls.flat().join('\n')).toMatch(/^1 row has an unknown label .*"calm" 1/m)
    expect(reportsOf(lastLine(printed))[0]?.rowCount).toBe(1)
  })

  test('writes the report to --out', async () => {
    const out = join(scratch, 'report.json')
    expect(await pulso('--data', FILE, '--format', 'json', '--out', out)).toBe(0)
    expect(printed).not.toHaveBeenCalled()
    expect(reportsOf(await readFile(out, 'utf8')).map(({ rowCount, labels }) => [rowCount, labels.length])).toEqual([
      [3, 4],
      [3, 3],
    ])
  })

  test('changes no file if it refuses', async () => {
    const data = join(scratch, 'data.csv')
    await copyFile(FILE, data)
    const before = await readFile(data, 'utf8')
    expect(await pulso('--data', data, '--out', data)).toBe(2)
    expect(lastLine(complained)).toMatch(/data\.csv is the input file; name another file\.$/)
    expect(await readFile(data, 'utf8')).toBe(before)
    expect(await pulso('--data', '/nowhere.csv', '--out', join(scratch, 'empty.json'))).toBe(2)
    expect(await readdir(scratch)).not.toContain('empty.json')
  })

  test('trains the linear baseline on other data, without the tweets of the test', async () => {
    const other = join(scratch, 'other.csv')
    const lines = TEXTS.flatMap((text, row) =>
      [text, `so ${text} again`, `and ${text} too`].map((one, copy) => `${copy}${row},Xbox,${LABELS[row]},${one}`),
    )
    await writeFile(other, lines.join('\n'))
    expect(
      await pulso('--data', FILE, '--baseline-data', `${other}=id,entity,sentiment,text`, '--format', 'json'),
    ).toBe(0)
    const [report] = reportsOf(lastLine(printed))
    expect(report?.linearBaseline).toMatchObject({ value: 1, sampleSize: 3 })
    expect(report?.command).toBe(
      'pulso evaluate --model pulso --data made_up.csv --baseline-data other.csv=id,entity,sentiment,text',
    )
    // The third text has fewer than twenty letters, too few to identify a tweet.
    expect(complained.mock.calls.flat()).toContain(
      '2 rows of --baseline-data excluded: their tweets are in the test set.',
    )
  })

  test.each<[string, string[], RegExp]>([
    [
      'a split without a recipe',
      ['--data', FILE, '--split', 'grouped'],
      /^--split applies to a recipe: add --recipe\.$/,
    ],
    [
      'a recipe without a split',
      ['--data', FILE, '--recipe', 'seed-lstm'],
      /^--recipe requires --split, one of grouped, random/,
    ],
    [
      'an unknown recipe',
      ['--data', FILE, '--recipe', 'gpt', '--split', 'grouped'],
      /^--recipe is "gpt"; expected one of seed-lstm/,
    ],
    [
      'a model beside a recipe',
      ['--data', FILE, '--recipe', 'seed-lstm', '--split', 'grouped', '--model', 'seed-lstm'],
      /^Use either --model, which evaluates a trained model, or --recipe, which trains one\.$/,
    ],
    [
      "Kaggle's split without its file",
      ['--data', FILE, '--recipe', 'seed-lstm', '--split', 'published-validation'],
      /^--split published-validation requires --test/,
    ],
    [
      'a filter without values',
      ['--data', FILE, '--only', 'part'],
      /^--only is "part"; expected a column and values, such as part=/,
    ],
    [
      'a filter of no column',
      ['--data', FILE, '--only', 'part=1'],
      /^--only names the column "part"; the file has the columns id, sentiment, text\.$/,
    ],
    ['a file that is not there', ['--data', '/nowhere.csv'], /^\/nowhere\.csv does not exist/],
    [
      'another corpus for a model as it is',
      ['--data', FILE, '--with', FILE],
      /^--with applies to a recipe: add --recipe\.$/,
    ],
    [
      'another corpus for a recipe of one',
      ['--data', FILE, '--recipe', 'seed-lstm', '--split', 'grouped', '--with', FILE],
      /^--with requires a recipe that trains on several corpora; seed-lstm trains on one file\.$/,
    ],
    [
      'a model that is not there',
      ['--data', FILE, '--model', 'gpt'],
      /^Unknown model "gpt"; available models: .*seed-lstm/,
    ],
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

describeNative('pulso evaluate --recipe', () => {
  // Sixty tweets in two variants each; one word determines the label.
  const WORDS = ['love', 'hate', 'notes']
  const kaggle = Array.from({ length: 120 }, (_, row) => {
    const tweet = Math.floor(row / 2)
    return `${tweet},Xbox,${LABELS[tweet % 3]},variant ${row % 2} of tweet ${tweet} says ${WORDS[tweet % 3]}`
  })

  test('trains on one part and evaluates on the other, and reports the command', async () => {
    const data = join(scratch, 'kaggle.csv')
    await writeFile(data, kaggle.join('\n'))
    const argv = ['--recipe', 'seed-lstm', '--split', 'grouped', '--data', data, '--epochs', '1', '--seed', '5']
    expect(await pulso(...argv, '--format', 'json')).toBe(0)
    const [report, ...others] = reportsOf(lastLine(printed))
    expect(others).toEqual([])
    const rows = kaggle.map(line => ({
      id: line.split(',')[0] ?? '',
      entity: null,
      text: '',
      label: 'NEUTRAL' as const,
    }))
    expect(report).toMatchObject({
      dataset: 'kaggle',
      split: 'GROUPED',
      trainedFor: 'SPLIT',
      epochs: 1,
      seed: 5,
      isLeaky: false,
      rowCount: groupedSplit(rows).test.length,
      entityBlindAccuracy: null,
      command: 'pulso evaluate --recipe seed-lstm --split grouped --data kaggle.csv --epochs 1 --seed 5',
    })
    expect(report?.linearBaseline?.value).toBe(1)
    expect((await readdir(tmpdir())).filter(name => name.startsWith('pulso-split-'))).toEqual([])
  }, 60_000)

  test('chooses the epochs on the development part if none are given', async () => {
    const data = join(scratch, 'kaggle.csv')
    await writeFile(data, kaggle.join('\n'))
    const checkpoints = join(scratch, 'checkpoints')
    const argv = ['--recipe', 'seed-lstm', '--split', 'grouped', '--data', data, '--checkpoints', checkpoints]
    expect(await pulso(...argv, '--format', 'json')).toBe(0)
    const said = complained.mock.calls.flat().flatMap(line => {
      const [, epoch, macroF1] = /^epoch (\d+): macro-F1 (\S+) on \d+ development rows$/.exec(String(line)) ?? []
      return epoch === undefined ? [] : [{ epoch: Number(epoch), macroF1: Number(macroF1) }]
    })
    const most = Math.max(...said.map(({ macroF1 }) => macroF1))
    const [report] = reportsOf(lastLine(printed))
    expect(report?.epochs).toBe(said.find(({ macroF1 }) => macroF1 === most)?.epoch)
    expect(report?.command).not.toContain('--epochs')
  }, 120_000)
})
