import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createEncoder } from '../../src/ml/network/encode.ts'
import { createKernelEngine } from '../../src/ml/network/kernel.ts'
import { loadModel } from '../../src/ml/network/load-model.ts'
import { seededRandom } from '../../src/statistics/seeded-random.ts'
import { noTraining } from '../ml/tensorflow/native.ts'
import { skippedBecause } from '../support/skipped-because.ts'
import { pulso, pulsoHere } from './pulso.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-pooled-'))
  await mkdir(join(directory, 'models'))
  await writeFile(join(directory, 'brands.csv'), brandRows().join('\n'))
  await writeFile(join(directory, 'messages.csv'), messageRows().join('\n'))
})
afterAll(() => rm(directory, { recursive: true }))

const random = seededRandom(7)
const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T
const OPINIONS = {
  Positive: ['love', 'great', 'awesome'],
  Negative: ['hate', 'awful', 'broken'],
  Neutral: ['sells', 'has', 'opens'],
}

/** In the format of Kaggle's file: no header; id, entity, sentiment, text. */
function brandRows(): string[] {
  return Array.from({ length: 240 }, (_, id) => {
    const label = pick(['Positive', 'Negative', 'Neutral'] as const)
    const brand = pick(['Acme', 'Globex'])
    return `${id},${brand},${label},"we ${pick(OPINIONS[label])} ${brand} today, ${pick(['really', 'folks', 'again'])} ${id}"`
  })
}

/** Other columns, other words for the labels, no entity. */
function messageRows(): string[] {
  const words = { Positive: 'good', Negative: 'bad', Neutral: 'meh' }
  const rows = Array.from({ length: 200 }, (_, row) => {
    const label = pick(['Positive', 'Negative', 'Neutral'] as const)
    return `${row},${words[label]},they ${pick(OPINIONS[label])} the weather ${row},${row % 10 === 0 ? 'dev' : 'train'}`
  })
  return ['tweet_id,sentiment,text,part', ...rows]
}

const train = (out: string, ...more: string[]) =>
  pulsoHere([
    ...['train', '--recipe', 'pulso', '--data', join(directory, 'brands.csv')],
    ...['--data', join(directory, 'messages.csv'), '--labels', 'good=Positive,bad=Negative,meh=Neutral'],
    ...['--development', 'part=dev', '--epochs', '2', '--out', join(directory, 'models', out)],
    ...['--checkpoints', join(directory, 'checkpoints'), ...more],
  ])
const weightsOf = (name: string) => readFile(join(directory, 'models', name, 'weights.bin'))

// CI installs the dependencies.
describe('a recipe of several corpora', skippedBecause(noTraining), () => {
  test('is trained from the command line: the same seed gives the same weights, uninterrupted or resumed', {
    timeout: 300_000,
  }, async () => {
    const first = await train('first')
    expect(first).toMatchObject({ code: 0, stdout: '' })
    expect(first.stderr).toContain('brands.csv: no header; assuming the columns id,entity,sentiment,text')
    expect(first.stderr).toMatch(/messages\.csv: 180 training rows, 20 development rows/)
    const model = await loadModel(join(directory, 'models', 'first'))
    expect(model.manifest.provenance).toMatchObject({
      recipe: 'pulso',
      seed: 42,
      command:
        "pulso train --recipe pulso --data brands.csv --data messages.csv --labels 'good=Positive,bad=Negative,meh=Neutral' --development 'part=dev' --seed 42 --epochs 2",
      data: [
        { name: 'brands.csv', rows: 240 },
        { name: 'messages.csv', rows: 200 },
      ],
    })

    const asked = { text: 'we love Acme today', entity: 'Acme' }
    const { stdout } = await pulso(
      ['classify', '--model', 'first', '--format', 'json', asked.text, '--entity', 'Acme'],
      {
        environment: { PULSO_MODELS: join(directory, 'models') },
      },
    )
    const engine = await createKernelEngine(model)
    const [negative, neutral, positive, irrelevant] = await engine.predict([createEncoder(model)(asked)])
    const { model: answeredBy, probabilities } = JSON.parse(stdout)
    expect(answeredBy).toBe(model.version)
    for (const [label, p] of Object.entries({ negative, neutral, positive, irrelevant })) {
      expect(probabilities[label], label).toBeCloseTo(p ?? -1, 5)
    }

    expect((await train('refused')).stderr).toMatch(/contains the checkpoints of another run: add --resume/)
    // As an interruption after the first epoch leaves the directory.
    await rm(join(directory, 'checkpoints', 'network-epoch-02.checkpoint'))
    expect(await train('continued', '--resume')).toMatchObject({ code: 0 })
    expect((await weightsOf('continued')).equals(await weightsOf('first'))).toBe(true)

    await rm(join(directory, 'checkpoints'), { recursive: true })
    expect(await train('other', '--seed', '7')).toMatchObject({ code: 0 })
    expect((await weightsOf('other')).equals(await weightsOf('first'))).toBe(false)
  })
})

test.each<[string, string[], RegExp]>([
  [
    'an option before its file',
    ['--labels', 'good=Positive', '--data', 'a.csv'],
    /Put it after the --data it applies to/,
  ],
  [
    'several files for a recipe of one',
    ['--recipe', 'seed-lstm', '--data', 'a.csv', '--data', 'b.csv'],
    /^This recipe trains on Kaggle's own file/,
  ],
])('%s is refused with one line', async (_, argv, message) => {
  const recipe = argv.includes('--recipe') ? [] : ['--recipe', 'pulso']
  const out = join(directory, 'refused')
  const { code, stderr } = await pulsoHere(['train', ...recipe, ...argv, '--out', out, '--checkpoints', join(out, 'c')])
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
})
