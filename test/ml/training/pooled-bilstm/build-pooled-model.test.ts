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
import { calibrateHead, sentimentShares } from '../../../../src/ml/training/pooled-bilstm/calibrate-head.ts'
import type { Example } from '../../../../src/ml/training/pooled-bilstm/examples.ts'
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
 * A network trained briefly, so that each head has its own miscalibration, with its model as written and read back.
 */
const written = once(async () => {
  const data = await prepareTiny({ buckets: BUCKETS }, mislabelled(4))
  const network = await trainPooled(loadTensorFlow(), { ...tinyRecipe, teachers: null }, data, {
    run: { recipe: 'tiny', dataSha256: '', seed: 5, limit: null, epochs: 12 },
    checkpoints: join(directory, 'checkpoints'),
    isResumed: false,
    signal: new AbortController().signal,
    say: () => {},
    startProgress: () => ({ update: () => {}, stop: () => {} }),
  })
  if (network === null) throw new Error('The training was interrupted.')
  const out = join(directory, 'tiny')
  const files = await buildPooledModel({ name: 'tiny', recipe: tinyRecipe, data, network, buckets: BUCKETS, run: RUN })
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

const calibrated = (
  probabilities: readonly number[],
  { temperature, offsets } = { temperature: 1, offsets: [0, 0, 0] },
) => {
  const powers = probabilities.map((p, label) => (p * Math.exp(offsets[label] as number)) ** (1 / temperature))
  return powers.map(power => power / powers.reduce((sum, one) => sum + one, 0))
}

describeNative('a trained network in its directory', () => {
  test('scores a tweet as in training: with the calibrated head of its corpus', async () => {
    const { data, network, model } = await written()
    const { network: served, preprocessing } = model.manifest
    if (served.kind !== 'pooled-bilstm') throw new Error(`a ${served.kind} network`)
    expect(preprocessing).toMatchObject({ kind: 'tweet-words', maxTokens: 8, entities: ['Acme', 'Globex'] })
    // Messages have their own head; then unknown, Acme and Globex, each mentioned and not mentioned.
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
    const calibrations = calibrationsOf(model, network)
    const contexts = new Set<number>()
    for (const [index, { row, corpus }] of cases.entries()) {
      contexts.add(encoded[index]?.context ?? -1)
      const head = row.entity === 'Initech' ? 2 : corpus
      const [negative, neutral, positive, relevance] = exact[index]?.[head] ?? [0, 0, 0, 0]
      const sentiments = calibrated([negative, neutral, positive], calibrations[head])
      const r = row.entity === null ? 1 : relevance
      const expected = [...sentiments.map(p => p * r), 1 - r]
      for (const [output, p] of expected.entries()) {
        expect(answers[index * 4 + output], `${row.text} ${output}`).toBeCloseTo(p, 5)
      }
    }
    expect([...contexts].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('calibrates each head on the development rows of its corpus, and the common head on those about entities as if these were new', async () => {
    const { data, network, model } = await written()
    const { development, shape, source } = data
    const answersOf = (corpus: number, head: number, change: (example: Example) => Example = example => example) => {
      const examples = (development[corpus] ?? []).filter(({ sentiment }) => sentiment !== -1).map(change)
      return scoreExamples(network, examples).map((answers, index) => ({
        probabilities: answers[head]?.slice(0, 3) ?? [],
        label: examples[index]?.sentiment ?? -1,
      }))
    }
    const sharesOf = (rows: readonly Example[]) => sentimentShares(rows.map(({ sentiment }) => sentiment))
    const groups = source.groups.map(group => group.flat())
    const expected = [
      calibrateHead([answersOf(0, 0)], sharesOf(groups[0] ?? [])),
      calibrateHead([answersOf(1, 1)], sharesOf(groups[1] ?? [])),
      calibrateHead([answersOf(0, shape.heads - 1, example => ({ ...example, entity: -1 }))], sharesOf(groups.flat())),
    ]
    const served = calibrationsOf(model, network)
    for (const [head, { temperature, offsets }] of expected.entries()) {
      expect(served[head]?.temperature).toBeCloseTo(temperature, 4)
      for (const [label, offset] of offsets.entries()) expect(served[head]?.offsets[label]).toBeCloseTo(offset, 4)
    }
    expect(expected.some(({ priorAdjustment }) => priorAdjustment > 0)).toBe(true)
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

/** The calibration of each head, derived from the served weights; the manifest has the temperature of the last one. */
function calibrationsOf(model: Model, { shape, parameters }: PooledNetwork) {
  const kernels = tensorOf(model, 'heads/kernel')
  const biases = tensorOf(model, 'heads/bias')
  const calibrations = Array.from({ length: shape.heads }, (_, head) => {
    const place = head * shape.denseSize * 4
    const temperature = (parameters.headKernels[place] as number) / (kernels[place] as number)
    const offsets = [0, 1, 2].map(
      label => (biases[head * 4 + label] as number) * temperature - (parameters.headBiases[head * 4 + label] as number),
    )
    return { temperature, offsets }
  })
  expect(model.manifest.temperature).toBeCloseTo(calibrations.at(-1)?.temperature ?? 0, 4)
  expect(calibrations.every(({ temperature }) => temperature > 0.31 && temperature < 2.99)).toBe(true)
  return calibrations
}
