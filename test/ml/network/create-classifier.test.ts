import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { type Mention, OverloadedError } from '../../../src/ml/network/classifier.ts'
import { createClassifier } from '../../../src/ml/network/create-classifier.ts'
import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import { randomModel } from './random-model.ts'
import { writeModel } from './write-model.ts'

const directory = await writeModel(randomModel(5))
const threaded = await createClassifier({ directory, threads: 2, maxQueuedMentions: 400 })
const direct = await createClassifier({ directory, threads: 1, maxQueuedMentions: 400, engine: createKernelEngine })
afterAll(() => Promise.all([threaded.close(), direct.close()]))

const mention = (text: string): Mention => ({ text, entity: null })
const aText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 1, max: 45 }).map(id => `w${id}`),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 15 },
  )
  .map(words => words.join(' '))

describe('a classifier in worker threads', () => {
  test('answers in the order of its input, with the same bits as for each text alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aText, { maxLength: 110 }), async texts => {
        const batch = await threaded.classify(texts.map(mention))
        const alone = await Promise.all(texts.map(async text => (await direct.classify([mention(text)]))[0]))
        expect(batch).toEqual(alone)
      }),
      { numRuns: 25 },
    )
  })

  test('gives probabilities that sum to 1, the largest of which is the confidence', async () => {
    await fc.assert(
      fc.asyncProperty(aText, async text => {
        const [scores] = await threaded.classify([mention(text)])
        const probabilities = Object.values(scores?.probabilities ?? {})
        expect(probabilities.reduce((sum, probability) => sum + probability)).toBeCloseTo(1, 14)
        expect(scores?.confidence).toBe(Math.max(...probabilities))
      }),
    )
  })

  test('does not block the event loop while it works', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await threaded.classify(Array.from({ length: 400 }, () => mention('w1 w2 '.repeat(2000))))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })

  test('answers an empty list with an empty list', async () => {
    expect(await threaded.classify([])).toEqual([])
  })

  test('has the version of the manifest', () => {
    expect(threaded.version).toBe(direct.version)
    expect(threaded.manifest.name).toBe('random')
  })
})

describe('the bounded queue', () => {
  const batch = (size: number) => Array.from({ length: size }, () => mention('w1'))

  test('refuses mentions that do not fit, and accepts work again when it is empty', async () => {
    const accepted = threaded.classify(batch(350))
    await expect(threaded.classify(batch(51))).rejects.toThrow(OverloadedError)
    const fitting = threaded.classify(batch(50))
    expect(await accepted).toHaveLength(350)
    expect(await fitting).toHaveLength(50)
    expect(await threaded.classify(batch(51))).toHaveLength(51)
  })

  test('accepts a batch larger than itself when idle, which could otherwise never run', async () => {
    expect(await threaded.classify(batch(1000))).toHaveLength(1000)
  })
})

test('a closed classifier finishes its accepted mentions', async () => {
  const closing = await createClassifier({ directory, threads: 1, maxQueuedMentions: 400 })
  const accepted = closing.classify(Array.from({ length: 100 }, () => mention('w3 w4')))
  await closing.close()
  expect(await accepted).toHaveLength(100)
})

test('a directory without a model is refused in one line', async () => {
  await expect(createClassifier({ directory: '/nowhere/model', threads: 1, maxQueuedMentions: 1 })).rejects.toThrow(
    /^\/nowhere\/model\/manifest\.json cannot be read \(ENOENT\)/,
  )
})
