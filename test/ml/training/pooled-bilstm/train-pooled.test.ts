import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadTensorFlow } from '../../../../src/ml/tensorflow/load.ts'
import type { PooledNetwork } from '../../../../src/ml/training/pooled-bilstm/loss-and-gradient.ts'
import { scoreExamples } from '../../../../src/ml/training/pooled-bilstm/score-examples.ts'
import { type TrainPooledOptions, trainPooled } from '../../../../src/ml/training/pooled-bilstm/train-pooled.ts'
import { describeNative } from '../../tensorflow/native.ts'
import { prepareTiny, tinyRecipe } from './tiny-corpora.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pulso-pooled-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const options = (
  name: string,
  { seed = 42, epochs = 3, ...changed }: Partial<TrainPooledOptions> & { seed?: number; epochs?: number } = {},
): TrainPooledOptions => ({
  run: { recipe: 'tiny', dataSha256: 'f'.repeat(64), seed, limit: null, epochs },
  checkpoints: join(directory, name),
  isResumed: false,
  signal: new AbortController().signal,
  say: () => {},
  startProgress: () => ({ update: () => {}, stop: () => {} }),
  ...changed,
})

/** Stops a run when `startProgress` is called for the given stage and epoch, in the middle of that epoch. */
function stopIn(label: string): Pick<TrainPooledOptions, 'signal' | 'startProgress'> {
  const interruption = new AbortController()
  return {
    signal: interruption.signal,
    startProgress: started => {
      if (started === label) interruption.abort()
      return { update: () => {}, stop: () => {} }
    },
  }
}

const weightsOf = (network: PooledNetwork | null) => [network?.parameters.flat, network?.words.learnt]

describeNative('training on several corpora', async () => {
  const tf = loadTensorFlow()
  const data = await prepareTiny()

  test('gives the same bits for the same seed, and others for another', async () => {
    const first = await trainPooled(tf, tinyRecipe, data, options('a'))
    const again = await trainPooled(tf, tinyRecipe, data, options('b'))
    const other = await trainPooled(tf, tinyRecipe, data, options('c', { seed: 43 }))
    expect(first?.parameters.flat.every(Number.isFinite)).toBe(true)
    expect(weightsOf(again)).toEqual(weightsOf(first))
    expect(weightsOf(other)).not.toEqual(weightsOf(first))
  })

  test.each(['network 1/3', 'network 2/3', 'network 3/3'])(
    'resumes a run that was interrupted in %s to the same bits',
    async label => {
      const whole = await trainPooled(tf, tinyRecipe, data, options('whole'))
      expect(await trainPooled(tf, tinyRecipe, data, options('parts', stopIn(label)))).toBeNull()
      const stopped = existsSync(join(directory, 'parts')) ? readdirSync(join(directory, 'parts')) : []
      const continued = await trainPooled(tf, tinyRecipe, data, options('parts', { isResumed: true }))
      expect(weightsOf(continued)).toEqual(weightsOf(whole))
      expect(stopped.length).toBeLessThan(3)
      expect(readdirSync(join(directory, 'parts')).toSorted()).toEqual([
        'network-epoch-01.checkpoint',
        'network-epoch-02.checkpoint',
        'network-epoch-03.checkpoint',
      ])
    },
  )

  test.each([
    ['seed', { seed: 7 }],
    ['number of epochs', { epochs: 4 }],
  ])('does not resume a run of another %s', async (_, changed) => {
    await trainPooled(tf, tinyRecipe, data, options('a'))
    await expect(trainPooled(tf, tinyRecipe, data, options('a', { isResumed: true, ...changed }))).rejects.toThrow(
      /belongs to another run \(.*seed.*epochs/,
    )
  })

  test('does not resume from a truncated file', async () => {
    await trainPooled(tf, tinyRecipe, data, options('a'))
    truncateSync(join(directory, 'a', 'network-epoch-03.checkpoint'), 1000)
    await expect(trainPooled(tf, tinyRecipe, data, options('a', { isResumed: true }))).rejects.toThrow(
      'network-epoch-03.checkpoint belongs to another run',
    )
  })

  test('learns labels that one word determines', { timeout: 120_000 }, async () => {
    const lines: string[] = []
    const network = await trainPooled(
      tf,
      tinyRecipe,
      data,
      options('learn', { epochs: 20, say: line => lines.push(line) }),
    )
    if (network === null) throw new Error('The training was interrupted.')
    const losses = lines.map(line => Number(line.match(/^network .*loss (\d+\.\d+)/)?.[1])).filter(Number.isFinite)
    expect(losses).toHaveLength(20)
    expect(losses.at(-1)).toBeLessThan(0.7 * (losses[0] as number))
    const examples = data.development
      .flat()
      .filter(({ sentiment, tokenIds }) => sentiment !== -1 && tokenIds.length > 0)
    const answers = scoreExamples(network, examples)
    const right = examples.filter(({ sentiment }, index) => {
      const answer = answers[index]?.slice(0, 3) ?? []
      return answer.indexOf(Math.max(...answer)) === sentiment
    })
    expect(right.length / examples.length).toBeGreaterThan(0.8)
  })
})
