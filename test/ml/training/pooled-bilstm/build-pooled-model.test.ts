import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { trainedOnTest } from '../../../../src/ml/evaluation/trained-on.ts'
import { createEncoder } from '../../../../src/ml/network/encode.ts'
import { createKernelEngine } from '../../../../src/ml/network/kernel.ts'
import { loadModel } from '../../../../src/ml/network/load-model.ts'
import { type Model, tensorBytes, tensorOf } from '../../../../src/ml/network/model.ts'
import { loadTensorFlow } from '../../../../src/ml/tensorflow/load.ts'
import type { Corpus } from '../../../../src/ml/training/corpora.ts'
import { buildPooledModel } from '../../../../src/ml/training/pooled-bilstm/build-pooled-model.ts'
import { fitTemperature } from '../../../../src/ml/training/pooled-bilstm/fit-temperature.ts'
import type { PooledNetwork } from '../../../../src/ml/training/pooled-bilstm/loss-and-gradient.ts'
import { scoreExamples } from '../../../../src/ml/training/pooled-bilstm/score-examples.ts'
import { trainPooled } from '../../../../src/ml/training/pooled-bilstm/train-pooled.ts'
import { riskCoverageThreshold } from '../../../../src/ml/training/risk-coverage-threshold.ts'
import { writeModel } from '../../../../src/ml/training/write-model.ts'
import { describeNative } from '../../tensorflow/native.ts'
import { prepareTiny, tinyCorpora, tinyRecipe } from './tiny-corpora.ts'

const directory = mkdtempSync(join(tmpdir(), 'pulso-build-pooled-'))
afterAll(() => rmSync(directory, { recursive: true }))

const BUCKETS = { test: [0, 1], development: [2] }
const RUN = {
  command: 'pulso train',
  seed: 9,
  trainedAt: '2026-01-01T00:00:00.000Z',
  runtime: null,
  codeRevision: null,
  data: [],
}

/**
 * A network trained briefly, so that it is miscalibrated, with its model as written and read back.
 */
const written = once(async () => {
  const data = await prepareTiny({ buckets: BUCKETS }, mislabelled(4))
  const network = await trainPooled(loadTensorFlow(), tinyRecipe, data, {
    run: { recipe: 'tiny', dataSha256: '', seed: 5, limit: null, epochs: 12 },
    checkpoints: join(directory, 'checkpoints'),
    isResumed: false,
    signal: new AbortController().signal,
    say: () => {},
    startProgress: () => ({ update: () => {}, stop: () => {} }),
  })
  if (network === null) throw new Error('The training was interrupted.')
  const out = join(directory, 'tiny')
  const files = await buildPooledModel({
    name: 'tiny',
    recipe: tinyRecipe,
    data,
    network,
    buckets: BUCKETS,
    isOfOneLanguage: true,
    run: RUN,
  })
  writeModel(out, files)
  return { data, network, files, model: await loadModel(out) }
})

/** Corpora in which every `every`-th label is wrong: a network without mistakes has no temperature. */
function mislabelled(every: number): Corpus[] {
  const wrong = (corpus: Corpus) => ({
    ...corpus,
    rows: corpus.rows.map((row, index) => (index % every === 1 ? { ...row, label: 'NEUTRAL' as const } : row)),
  })
  return tinyCorpora().map(wrong)
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The network with its model's quantised words, so that any remaining difference is a mistake. */
function withServedWords(network: PooledNetwork, model: Model): PooledNetwork {
  const { wordSize, lexiconSize } = network.shape
  const size = wordSize + lexiconSize
  const scales = tensorOf(model, 'embedding/scale')
  const bytes = Int8Array.from(tensorBytes(model, 'embedding/rows'))
  const at = (word: number, place: number) => (scales[word] as number) * (bytes[word * size + place] as number)
  const table = (width: number, from: number) =>
    Float32Array.from({ length: scales.length * width }, (_, index) =>
      at(Math.floor(index / width), from + (index % width)),
    )
  const learnt = new Float32Array(scales.length * wordSize)
  return { ...network, words: { fixed: table(wordSize, 0), lexicon: table(lexiconSize, wordSize), learnt } }
}

const sharpened = (probabilities: readonly number[], temperature: number) => {
  const powers = probabilities.map(p => p ** (1 / temperature))
  return powers.map(power => power / powers.reduce((sum, one) => sum + one, 0))
}

describeNative('a trained network in its directory', () => {
  test('scores a tweet as in training, with calibrated sentiments', async () => {
    const { data, network, model } = await written()
    const { network: served, preprocessing } = model.manifest
    if (served.kind !== 'pooled-bilstm') throw new Error(`a ${served.kind} network`)
    expect(preprocessing).toMatchObject({ kind: 'tweet-words', maxTokens: 8, entities: [] })
    // Without an entity; mentioned; not mentioned.
    expect(served.contextHeads).toEqual([1, 0, 0])

    const encode = createEncoder(model)
    const cases = [
      ...data.divided.flatMap(({ development, test: tested }) => [...development, ...tested]),
      { entity: 'Umbrella', text: 'Umbrella is broken' },
      { entity: 'Umbrella', text: 'not a word of it' },
      { entity: 'Acme', text: 'so happy today' },
      { entity: null, text: '' },
    ]
    const engine = await createKernelEngine(model)
    const encoded = cases.map(encode)
    const answers = await engine.predict(encoded)
    const exact = scoreExamples(
      withServedWords(network, model),
      encoded.map(({ tokenIds, marks, context }) => ({ tokenIds, marks: marks ?? new Uint8Array(0), kind: context })),
    )
    const temperatures = temperaturesOf(model, network)
    for (const [index, { entity, text }] of cases.entries()) {
      const [negative, neutral, positive, relevance] = exact[index] ?? [0, 0, 0, 0]
      const isMessage = entity === null
      const sentiments = sharpened([negative, neutral, positive], temperatures[isMessage ? 'messages' : 'entities'])
      const r = isMessage ? 1 : relevance
      const expected = [...sentiments.map(p => p * r), 1 - r]
      for (const [output, p] of expected.entries()) {
        expect(answers[index * 4 + output], `${text} ${output}`).toBeCloseTo(p, 5)
      }
    }
    expect(new Set(encoded.map(({ context }) => context))).toEqual(new Set([0, 1, 2]))
  })

  test('calibrates messages, and tweets about entities, each on its development rows', async () => {
    const { data, network, model } = await written()
    const fitted = (isMessage: boolean) => {
      const rows = data.development
        .flat()
        .filter(
          ({ kind, sentiment, tokenIds }) => sentiment !== -1 && tokenIds.length > 0 && (kind === 0) === isMessage,
        )
      return fitTemperature(
        scoreExamples(network, rows).map((answer, index) => ({
          probabilities: answer.slice(0, 3),
          label: rows[index]?.sentiment ?? -1,
        })),
      )
    }
    const served = temperaturesOf(model, network)
    expect(served.entities).toBeCloseTo(fitted(false), 4)
    expect(served.messages).toBeCloseTo(fitted(true), 4)
    expect(Math.abs(served.entities - served.messages)).toBeGreaterThan(1e-3)
  })

  test('marks results as uncertain that are correct too rarely on the development rows, according to the written model', async () => {
    const { data, model } = await written()
    const encode = createEncoder(model)
    const rows = data.divided.flatMap(({ development }) => development)
    const answers = await (await createKernelEngine(model)).predict(rows.map(encode))
    const expected = riskCoverageThreshold(
      rows.map(({ label }, index) => {
        const own = answers.subarray(4 * index, 4 * (index + 1))
        const confidence = Math.max(...own)
        return { confidence, isRight: model.manifest.labels[own.indexOf(confidence)] === label }
      }),
      0.8,
    )
    expect(expected).toBeGreaterThan(0.25)
    expect(model.manifest.uncertainBelow).toBe(expected)
  })

  test('keeps each word to half a step of its largest number', async () => {
    const { network, model } = await written()
    const { fixed } = withServedWords(network, model).words
    const scales = tensorOf(model, 'embedding/scale')
    const { wordSize } = network.shape
    for (const [index, value] of fixed.entries()) {
      const exact = (network.words.fixed[index] as number) + (network.words.learnt[index] as number)
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(0.501 * (scales[Math.floor(index / wordSize)] as number))
    }
  })

  test('records its training rows, and none of the held-out ones', async () => {
    const { data, files, model } = await written()
    const isTrainedOn = trainedOnTest(files['trained-on.bin'] ?? Buffer.alloc(0))
    for (const part of data.divided) {
      expect(part.training.every(isTrainedOn)).toBe(true)
      expect([...part.development, ...part.test].some(isTrainedOn)).toBe(false)
    }
    const count = (part: 'training' | 'development' | 'test') =>
      data.divided.reduce((sum, one) => sum + one[part].length, 0)
    expect(model.manifest.provenance).toMatchObject({
      recipe: 'tiny',
      seed: 9,
      split: {
        kind: 'grouped-ids',
        trainingRows: count('training'),
        developmentRows: count('development'),
        testRows: count('development') + count('test'),
        test: [0, 1],
        development: [2],
      },
    })
    expect(model.manifest.labels).toEqual(['NEGATIVE', 'NEUTRAL', 'POSITIVE', 'IRRELEVANT'])
    expect(model.vocabulary).toEqual(data.vocabulary)
  })
})

/** Derived from the served weights; the manifest has the one of entities. */
function temperaturesOf(model: Model, { shape, parameters }: PooledNetwork) {
  const kernels = tensorOf(model, 'heads/kernel')
  const of = (head: number) => (parameters.headKernel[0] as number) / (kernels[head * shape.denseSize * 4] as number)
  const temperatures = { entities: of(0), messages: of(1) }
  expect(model.manifest.temperature).toBeCloseTo(temperatures.entities, 4)
  return temperatures
}
