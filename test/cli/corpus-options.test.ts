import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type CorpusFlags, readCorpusOf, shownCorpora } from '../../src/cli/corpus-options.ts'
import { isTensorFlowInstalled } from '../../src/ml/tensorflow/load.ts'
import { UsageError } from '../../src/problem/problem.ts'
import { noTraining } from '../ml/tensorflow/native.ts'
import { skippedBecause } from '../support/skipped-because.ts'
import { pulsoHere } from './pulso.ts'

const directory = mkdtempSync(join(tmpdir(), 'pulso-corpus-'))
afterAll(() => rmSync(directory, { recursive: true }))

const write = (name: string, content: string) => {
  const path = join(directory, name)
  writeFileSync(path, content)
  return path
}
const kaggle = write('kaggle.csv', '1,Xbox,Positive,love it\n2,Xbox,Irrelevant,what\n')
const messages = write('messages.csv', 'tweet,sentiment,text,part\n1,good,nice,train\n2,bad,awful,dev\n')

async function read(flags: CorpusFlags) {
  const said: string[] = []
  return { ...(await readCorpusOf(flags, line => said.push(line))), said }
}

describe('a corpus', () => {
  test('without a header is read as Kaggle’s if it looks like it, with a notice', async () => {
    const { rows, said } = await read({ path: kaggle })
    expect(rows.map(({ id, entity, label }) => [id, entity, label])).toEqual([
      ['1', 'Xbox', 'POSITIVE'],
      ['2', 'Xbox', 'IRRELEVANT'],
    ])
    expect(said).toEqual(['kaggle.csv: no header; assuming the columns id,entity,sentiment,text'])
  })

  test('that is neither is refused with the original error', async () => {
    const path = write('other.csv', 'name,body\n1,love it\n')
    const asItIs = await read({ path }).catch((error: Error) => error.message)
    expect(asItIs).toMatch(/name, body/)
    expect(asItIs).not.toMatch(/column_|Kaggle/)
  })

  test('with given columns is not read as Kaggle’s', async () => {
    await expect(read({ path: kaggle, columns: 'id,text' })).rejects.toThrow(/cannot be trained on/)
  })

  test('is read with the labels and development rows of the options after it', async () => {
    const flags = { path: messages, labels: ' GOOD = Positive , bad=neg', development: 'part = dev' }
    const { rows } = await read(flags)
    expect(rows.map(({ label, isDevelopment }) => [label, isDevelopment])).toEqual([
      ['POSITIVE', false],
      ['NEGATIVE', true],
    ])
  })

  test.each([
    [{ labels: 'good' }, /--labels contains "good"; expected pairs such as "bad=Negative,good=Positive"\.$/],
    [{ labels: 'good=great' }, /--labels contains "good=great"/],
    [{ labels: 'good=Positive,' }, /--labels contains ""/],
    [{ labels: '=Positive' }, /--labels contains "=Positive"/],
    [{ labels: 'a=b=Positive' }, /--labels contains "a=b=Positive"/],
    [{ development: 'part' }, /--development is "part"; expected a column and values, such as part=2016dev,2013dev\.$/],
    [{ development: 'part=' }, /--development is "part="/],
    [{ development: '=dev' }, /--development is "=dev"/],
    [{ development: 'part=a=b' }, /--development is "part=a=b"/],
    [
      { labels: 'good=Positive', development: 'split=dev' },
      /has no column "split"; it has the columns tweet, sentiment, text, part\.$/,
    ],
  ])('with %j is refused', async (flags, message) => {
    const reading = read({ path: messages, ...flags })
    await expect(reading).rejects.toThrow(UsageError)
    await expect(reading).rejects.toThrow(message)
  })
})

test('a manifest keeps the options of each file, and only the name of its path', () => {
  const sources = [
    { path: '/data/a.csv.gz' },
    { path: 'b.csv', columns: '-,entity,sentiment,text', labels: '0=Negative,4=Positive', development: 'part=dev' },
  ]
  expect(shownCorpora(sources)).toBe(
    " --data a.csv.gz --data b.csv --columns '-,entity,sentiment,text' --labels '0=Negative,4=Positive' --development 'part=dev'",
  )
})

describe('pulso train', () => {
  const train = (...argv: string[]) =>
    pulsoHere([
      ...['train', '--recipe', 'pulso', ...argv, '--out', join(directory, 'model')],
      ...['--checkpoints', join(directory, 'checkpoints')],
    ])

  test.each(['--columns', '--labels', '--development'])('refuses %s before the file it applies to', async option => {
    const { code, stderr } = await train(option, 'a=Positive', '--data', messages)
    expect(code).toBe(2)
    expect(stderr).toMatch(/Put it after the --data it applies to\.$/m)
  })

  const nothingLacks = noTraining === null ? 'nothing is missing on this machine' : null

  test('names the command that installs a missing dependency', skippedBecause(nothingLacks), async () => {
    const { code, stderr } = await train('--data', kaggle)
    expect(code).toBe(2)
    expect(stderr).toMatch(isTensorFlowInstalled() ? /npm run lexicons/ : /npm run tensorflow/)
  })

  test('reports a problem with a file in one line, before training starts', skippedBecause(noTraining), async () => {
    const wrong = await train(
      '--data',
      kaggle,
      '--data',
      messages,
      '--labels',
      'good=Positive,bad=Negative',
      '--development',
      'split=dev',
    )
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    const lines = wrong.stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('kaggle.csv: no header; assuming the columns id,entity,sentiment,text')
    expect(lines[1]).toMatch(/messages\.csv has no column "split"; it has the columns tweet, sentiment, text, part\.$/)
  })
})
