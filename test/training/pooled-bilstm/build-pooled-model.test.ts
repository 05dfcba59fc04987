import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { trainedOnTest } from '../../../src/evaluation/trained-on.ts'
import { createEncoder } from '../../../src/network/encode.ts'
import { createKernelEngine } from '../../../src/network/kernel-engine.ts'
import { loadModel, type Model, tensorBytes, tensorOf } from '../../../src/network/load-model.ts'
import { loadTensorFlow } from '../../../src/tensorflow/load.ts'
import type { Corpus } from '../../../src/training/corpora.ts'
import { buildPooledModel } from '../../../src/training/pooled-bilstm/build-pooled-model.ts'
import { fitTemperature } from '../../../src/training/pooled-bilstm/fit-temperature.ts'
import type { PooledNetwork } from '../../../src/training/pooled-bilstm/loss-and-gradient.ts'
import { scoreExamples } from '../../../src/training/pooled-bilstm/score-examples.ts'
import { trainPooled } from '../../../src/training/pooled-bilstm/train-pooled.ts'
import { riskCoverageThreshold } from '../../../src/training/risk-coverage-threshold.ts'
import { writeModel } from '../../../src/training/write-model.ts'
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

/** A network trained for a moment, so that its heads are off by temperatures of their own; its model as it was written and read back. */
const written = once(async () => {
  const data = await prepareTiny({ buckets: BUCKETS }, mislabelled(3))
  const network = await trainPooled(loadTensorFlow(), { ...tinyRecipe, teachers: null }, data, {
    run: { recipe: 'tiny', dataSha256: '', seed: 5, limit: null, epochs: 12 },
    checkpoints: join(directory, 'checkpoints'),
    isResumed: false,
    signal: new AbortController().signal,
    say: () => {},
    startProgress: () => ({ update: () => {}, stop: () => {} }),
  })
  if (network === null) throw new Error('nobody interrupted it')
  const out = join(directory, 'tiny')
  const files = await buildPooledModel({ name: 'tiny', recipe: tinyRecipe, data, network, buckets: BUCKETS, run: RUN })
  writeModel(out, files)
  return { data, network, files, model: await loadModel(out) }
})

/** With every so-manieth row's label wrong: who is never wrong has no temperature. */
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

/** The network with the words that its model kept of it in bytes, so that what is left to differ is a mistake. */
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

const softened = (probabilities: readonly number[], temperature: number) => {
  const powers = probabilities.map(p => p ** (1 / temperature))
  return powers.map(power => power / powers.reduce((sum, one) => sum + one, 0))
}

describeNative('a trained network in its folder', () => {
  test('answers a tweet as in training: by the head of its corpus, at the temperature of that head', async () => {
    const { data, network, model } = await written()
    const { network: served, preprocessing } = model.manifest
    if (served.kind !== 'pooled-bilstm') throw new Error(`a ${served.kind} network`)
    expect(preprocessing).toMatchObject({ kind: 'tweet-words', maxTokens: 8, entities: ['Acme', 'Globex'] })
    // Messages at a head of their own; then unknown, Acme and Globex, each found and not found.
    expect(served.contextHeads).toEqual([3, 2, 2, 0, 0, 0, 0])

    const encode = createEncoder(model)
    const examples = data.divided.flatMap(({ development, test: tested }, corpus) =>
      [...development, ...tested].map(row => ({ row, corpus })),
    )
    const cases = [
      ...examples,
      { row: { entity: 'Umbrella', text: 'Umbrella is broken' }, corpus: 2 },
      { row: { entity: 'Umbrella', text: 'not a word of it' }, corpus: 2 },
      { row: { entity: 'Acme', text: 'so happy today' }, corpus: 0 },
      { row: { entity: null, text: '' }, corpus: 1 },
    ]
    const engine = await createKernelEngine(model)
    const encoded = cases.map(({ row }) => encode(row))
    const answers = await engine.predict(encoded)
    const exact = scoreExamples(
      withServedWords(network, model),
      cases.map(({ row, corpus }, index) => {
        const { tokenIds, marks } = encoded[index] ?? encode(row)
        const isFound = marks?.some(mark => (mark & 1) === 1)
        const known = data.entities.indexOf(row.entity ?? '')
        const kind = row.entity === null ? 0 : isFound ? 1 : 2
        const whole = { id: null, label: 'NEUTRAL' as const, isDevelopment: false, ...row }
        return { corpus, row: whole, tokenIds, marks: marks ?? new Uint8Array(0), kind, entity: known, sentiment: 1 }
      }),
    )
    const temperatures = temperaturesOf(model, network)
    const contexts = new Set<number>()
    for (const [index, { row, corpus }] of cases.entries()) {
      contexts.add(encoded[index]?.context ?? -1)
      const head = row.entity === 'Initech' ? 2 : corpus
      const [negative, neutral, positive, relevance] = exact[index]?.[head] ?? [0, 0, 0, 0]
      const sentiments = softened([negative, neutral, positive], temperatures[head] as number)
      const r = row.entity === null ? 1 : relevance
      const expected = [...sentiments.map(p => p * r), 1 - r]
      for (const [output, p] of expected.entries()) {
        expect(answers[index * 4 + output], `${row.text} ${output}`).toBeCloseTo(p, 5)
      }
    }
    expect([...contexts].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('cools each head by the rows to develop on of its corpus, and the one for all by those of every corpus', async () => {
    const { data, network, model } = await written()
    const { development, shape } = data
    const answersOf = (corpus: number, head: number) => {
      const examples = development[corpus] ?? []
      const answers = scoreExamples(network, examples)
      return examples.flatMap(({ sentiment }, index) => {
        const probabilities = answers[index]?.[head]?.slice(0, 3) ?? []
        return sentiment === -1 ? [] : [{ probabilities, label: sentiment }]
      })
    }
    const expected = [
      answersOf(0, 0),
      answersOf(1, 1),
      [...answersOf(0, shape.heads - 1), ...answersOf(1, shape.heads - 1)],
    ]
    for (const [head, temperature] of temperaturesOf(model, network).entries()) {
      expect(temperature).toBeCloseTo(fitTemperature(expected[head] ?? []), 4)
    }
  })

  test('calls uncertain what is right too seldom on the rows to develop on, as the written model answers them', async () => {
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

  test('says what it was trained on, and nothing of what was kept back', async () => {
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

/** Of each head, as the served bias tells it; the manifest says that of the last one. */
function temperaturesOf(model: Model, { shape, parameters }: PooledNetwork): number[] {
  const served = tensorOf(model, 'heads/bias')
  const temperatures = Array.from({ length: shape.heads }, (_, head) => {
    const place = head * 4
    return (parameters.headBiases[place] as number) / (served[place] as number)
  })
  expect(model.manifest.temperature).toBeCloseTo(temperatures.at(-1) ?? 0, 4)
  expect(temperatures.every(temperature => temperature > 0.31 && temperature < 2.99)).toBe(true)
  expect(new Set(temperatures.map(temperature => temperature.toFixed(2))).size).toBe(shape.heads)
  return temperatures
}
