import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { LABELS } from '../../../src/labels.ts'
import { createClassifier } from '../../../src/ml/network/create-classifier.ts'
import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import { readModels } from '../../../src/models/read-models.ts'
import { pulso, pulsoHere } from '../../cli/pulso.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const directory = mkdtempSync(join(tmpdir(), 'pulso-keras-'))
afterAll(() => rmSync(directory, { recursive: true }))

const expectedSchema = z.object({
  kerasVersion: z.string(),
  labels: z.array(z.enum(LABELS)),
  options: z.array(z.string()),
  answers: z.array(z.object({ text: z.string(), probabilities: z.array(z.number()) })),
})

const NAMES = readdirSync(FIXTURES)
  .filter(file => /keras\d\.h5$/.test(file) && !file.startsWith('keras'))
  .map(file => file.replace('.h5', ''))

const fixture = (name: string) =>
  expectedSchema.parse(JSON.parse(readFileSync(join(FIXTURES, `${name}.expected.json`), 'utf8')))

const importFixture = (name: string) => {
  const { labels, options } = fixture(name)
  const files = [join(FIXTURES, `${name}.h5`), '--tokenizer', join(FIXTURES, `${name}.tokenizer.json`)]
  return pulsoHere([
    ...['models', 'import', ...files, '--labels', labels.join(',').toLowerCase()],
    ...[...options, '--out', join(directory, name)],
  ])
}

test('both versions of Keras are covered', () => {
  expect(NAMES).toHaveLength(12)
  expect(new Set(NAMES.map(name => fixture(name).kerasVersion.charAt(0)))).toEqual(new Set(['2', '3']))
})

describe.each(NAMES)('%s', name => {
  test('matches the results of Keras', async () => {
    expect(await importFixture(name)).toMatchObject({ code: 0 })
    const { labels, answers } = fixture(name)
    const classifier = await createClassifier({
      directory: join(directory, name),
      threads: 1,
      maxQueuedMentions: 100,
      engine: createKernelEngine,
    })
    const scores = await classifier.classify(answers.map(({ text }) => ({ text, entity: null })))
    await classifier.close()
    expect(classifier.manifest.labels).toEqual(labels)
    for (const [row, { text, probabilities }] of answers.entries()) {
      for (const [output, label] of labels.entries()) {
        const own = scores[row]?.probabilities[label.toLowerCase() as Lowercase<typeof label>] ?? Number.NaN
        expect(
          Math.abs(own - (probabilities[output] ?? Number.NaN)),
          `${label} of ${JSON.stringify(text)}`,
        ).toBeLessThan(1e-5)
      }
    }
  })
})

test('Keras’s results vary between texts, so that matching them is meaningful', () => {
  for (const name of NAMES) {
    const first = fixture(name).answers.map(({ probabilities }) => probabilities[0] ?? 0)
    expect(Math.max(...first) - Math.min(...first), name).toBeGreaterThan(0.05)
    expect(new Set(first).size, name).toBeGreaterThan(10)
  }
})

test('an imported model is listed among the others', async () => {
  const models = await readModels(directory)
  expect(models.map(({ manifest }) => manifest.name)).toEqual(NAMES)
})

test('an imported model is used on the command line by its name', async () => {
  const environment = { PULSO_MODELS: join(directory, 'own') }
  const name = 'masked-keras3'
  const { labels, options, answers } = fixture(name)
  const files = [join(FIXTURES, `${name}.h5`), '--tokenizer', join(FIXTURES, `${name}.tokenizer.json`)]
  const imported = await pulso(
    ['models', 'import', ...files, '--labels', labels.join(','), ...options, '--name', 'mine'],
    {
      environment,
    },
  )
  expect(imported).toMatchObject({ code: 0, stderr: '' })
  const text = 'I love it'
  const { stdout } = await pulso(['classify', '--model', 'mine', '--format', 'json', text], { environment })
  const expected = answers.find(answer => answer.text === text)?.probabilities ?? []
  expect(JSON.parse(stdout).probabilities.irrelevant).toBeCloseTo(expected[labels.indexOf('IRRELEVANT')] ?? -1, 5)
  const rows = ['id,sentiment,text', ...labels.map((label, row) => `${row},${label},tweet number ${row}`)].join('\n')
  const evaluated = await pulso(['evaluate', '--model', 'mine', '--data', '-', '--format', 'json'], {
    environment,
    input: rows,
  })
  expect(JSON.parse(evaluated.stdout)[0]).toMatchObject({ rowCount: 4, modelVersion: expect.stringMatching(/^mine@/) })
})
