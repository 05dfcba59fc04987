import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadTensorFlow } from '../../../src/ml/tensorflow/load.ts'
import { type TrainOptions, train } from '../../../src/ml/training/train.ts'
import { prepareData } from '../../../src/ml/training/training-data.ts'
import { describeNative } from '../tensorflow/native.ts'
import { trialFile, trialRecipe } from './trial-data.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pulso-train-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const file = trialFile()
const data = prepareData(trialRecipe, file)

const options = (name: string, changed: Partial<TrainOptions> & { seed?: number } = {}): TrainOptions => ({
  run: { recipe: trialRecipe.name, dataSha256: file.sha256, seed: changed.seed ?? 42, limit: null },
  epochs: 3,
  checkpoints: join(directory, name),
  isResumed: false,
  signal: new AbortController().signal,
  say: () => {},
  startProgress: () => ({ update: () => {}, stop: () => {} }),
  ...changed,
})
const checkpoint = (name: string, epoch: number) => readFileSync(join(directory, name, `epoch-0${epoch}.checkpoint`))

describeNative('train', () => {
  const tf = loadTensorFlow()

  test('gives the same bits for the same seed, and others for another', async () => {
    await train(tf, trialRecipe, data, options('a'))
    await train(tf, trialRecipe, data, options('b'))
    await train(tf, trialRecipe, data, options('c', { seed: 43 }))
    expect(checkpoint('a', 3).equals(checkpoint('b', 3))).toBe(true)
    expect(checkpoint('a', 3).equals(checkpoint('c', 3))).toBe(false)
  })

  test('resumes an interrupted run to the same bits', async () => {
    await train(tf, trialRecipe, data, options('whole'))
    const interruption = new AbortController()
    let batches = 0
    const stopInSecondEpoch = () => {
      batches++
      if (batches === 12) interruption.abort()
    }
    const stopped = await train(
      tf,
      trialRecipe,
      data,
      options('parts', {
        signal: interruption.signal,
        startProgress: () => ({ update: stopInSecondEpoch, stop: () => {} }),
      }),
    )
    expect(stopped).toBeNull()
    expect(readdirSync(join(directory, 'parts'))).toEqual(['epoch-01.checkpoint'])

    await train(tf, trialRecipe, data, options('parts', { isResumed: true }))
    expect(checkpoint('parts', 3).equals(checkpoint('whole', 3))).toBe(true)
  })

  test('learns labels that one word determines', async () => {
    const state = await train(tf, trialRecipe, data, options('learn', { epochs: 30 }))
    const [first, last] = [state?.history[0], state?.history.at(-1)]
    expect(first?.loss).toBeGreaterThan(1)
    expect(last?.loss).toBeLessThan(0.8)
  })

  test('prints a line for each epoch, with loss and accuracy', async () => {
    const lines: string[] = []
    await train(tf, trialRecipe, data, options('lines', { epochs: 2, say: line => lines.push(line) }))
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^epoch 2\/2: loss \d\.\d{4}, accuracy 0\.\d{4}, \d+ s, .*epoch-02\.checkpoint$/)
  })
})
