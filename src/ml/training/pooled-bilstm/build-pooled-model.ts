import { createHash } from 'node:crypto'
import type { Label } from '../../../labels.ts'
import { encodeTrainedOn } from '../../evaluation/trained-on.ts'
import { contextOf } from '../../language/tweet-words/tweet-encoder.ts'
import { createKernelEngine } from '../../network/kernel.ts'
import type { ModelManifest } from '../../network/manifest.ts'
import { type Model, modelVersion } from '../../network/model.ts'
import { tensorShapes } from '../../network/tensors.ts'
import type { ModelFiles } from '../build-model.ts'
import type { Answer } from '../choose-threshold.ts'
import { riskCoverageThreshold } from '../risk-coverage-threshold.ts'
import type { Buckets } from './divide.ts'
import { type Example, SENTIMENTS } from './examples.ts'
import { fitTemperature } from './fit-temperature.ts'
import type { PooledNetwork } from './loss-and-gradient.ts'
import type { PooledData } from './prepare-data.ts'
import type { PooledRecipe } from './recipe.ts'
import { scoreExamples } from './score-examples.ts'
import { servedNetwork, type Temperatures } from './served-network.ts'

/** In the order of the network's outputs. */
export const POOLED_LABELS: readonly Label[] = [...SENTIMENTS, 'IRRELEVANT']

/** Share of the results above the uncertainty threshold that are correct, on the development rows. */
const CERTAIN_ACCURACY = 0.8

export interface TrainedPooledModel {
  readonly name: string
  readonly recipe: PooledRecipe
  readonly data: PooledData
  readonly network: PooledNetwork
  readonly buckets: Buckets
  /** Whether the model reads only tweets in the recipe's language; false if others may be among its data. */
  readonly isOfOneLanguage: boolean
  readonly run: Pick<
    ModelManifest['provenance'],
    'command' | 'seed' | 'trainedAt' | 'runtime' | 'codeRevision' | 'data'
  >
}

/** Builds the model directory of a trained network. Temperatures and threshold are fitted on the development rows. */
export async function buildPooledModel(trained: TrainedPooledModel): Promise<ModelFiles> {
  const { name, recipe, data, network, run } = trained
  const temperatures = fitTemperatures(data, network)
  const served = servedNetwork({
    shape: data.shape,
    words: network.words,
    parameters: network.parameters,
    temperatures,
  })
  const vocabularyFile = Buffer.from(`${data.vocabulary.join('\n')}\n`)
  const shape: Extract<ModelManifest['network'], { kind: 'pooled-bilstm' }> = {
    kind: 'pooled-bilstm',
    vocabularySize: data.shape.vocabularySize,
    embeddingSize: data.shape.wordSize + data.shape.lexiconSize,
    marks: data.shape.marks,
    hiddenSize: data.shape.hiddenSize,
    denseSize: data.shape.denseSize,
    contextHeads: [...served.contextHeads],
    heads: served.heads,
  }
  const manifest: ModelManifest = {
    formatVersion: 1,
    name,
    description: recipe.description,
    labels: [...POOLED_LABELS],
    preprocessing: {
      kind: 'tweet-words',
      vocabulary: 'vocabulary.txt',
      maxTokens: recipe.maxTokens,
      entities: [],
      foreignFrom: data.foreignFrom,
      nameFinder: 2,
      unreadableFrom: recipe.unreadableFrom,
    },
    network: shape,
    ...(trained.isOfOneLanguage && { languages: { own: recipe.language.code, others: [] } }),
    weights: {
      file: 'weights.bin',
      sha256: sha256(served.bytes),
      tensors: tensorShapes(shape, POOLED_LABELS.length).map(tensor => ({ ...tensor })),
    },
    vocabularySha256: sha256(vocabularyFile),
    uncertainBelow: null,
    temperature: temperatures.entities,
    provenance: { recipe: recipe.name, ...run, split: describeSplit(trained), trainedOn: 'trained-on.bin' },
  }
  const model: Model = { manifest, version: modelVersion(manifest), vocabulary: data.vocabulary, weights: served.bytes }
  const uncertainBelow = riskCoverageThreshold(await answer(model, data.development.flat()), CERTAIN_ACCURACY)
  return {
    'weights.bin': served.bytes,
    'vocabulary.txt': vocabularyFile,
    'trained-on.bin': encodeTrainedOn(data.divided.flatMap(({ training }) => training)),
    'manifest.json': Buffer.from(`${JSON.stringify({ ...manifest, uncertainBelow }, null, 2)}\n`),
  }
}

/** Rows of one corpus that count in a temperature, so that a large corpus does not decide alone. */
const ROWS_PER_CORPUS = 2000
/** With fewer rows, a corpus has no temperature of its own. */
const FEWEST_ROWS = 500

/**
 * For entities, the temperature of all corpora together. Whole messages get the highest of their corpora's own
 * temperatures, because confidence on an unseen source should rather be too low: some corpora are much easier than
 * tweets of a feed.
 */
function fitTemperatures(data: PooledData, network: PooledNetwork): Temperatures {
  const tweets = data.development.filter((_, corpus) => data.divided[corpus]?.corpus.isTweets !== false)
  const rowsOf = (isMessage: boolean) =>
    tweets.map(own =>
      evenly(
        own.filter(
          ({ kind, sentiment, tokenIds }) => (kind === 0) === isMessage && sentiment !== -1 && tokenIds.length > 0,
        ),
        ROWS_PER_CORPUS,
      ),
    )
  const fitted = (examples: readonly Example[]) =>
    fitTemperature(
      scoreExamples(network, examples).map((answer, row) => ({
        probabilities: answer.slice(0, SENTIMENTS.length),
        label: examples[row]?.sentiment ?? -1,
      })),
    )
  const messages = rowsOf(true)
  const large = messages.filter(({ length }) => length >= FEWEST_ROWS)
  return {
    entities: fitted(rowsOf(false).flat()),
    messages: large.length === 0 ? fitted(messages.flat()) : Math.max(...large.map(fitted)),
  }
}

/** At most `most` items, at equal distances. */
const evenly = <T>(items: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, Math.ceil(items.length / most))
  return items.filter((_, index) => index % step === 0)
}

/** Results of the served model, with quantised word vectors, for rows with known labels. */
async function answer(model: Model, examples: readonly Example[]): Promise<Answer[]> {
  const engine = await createKernelEngine(model)
  const rows = examples.map(({ tokenIds, marks, kind }) => ({
    tokenIds,
    marks,
    context: kind === 0 ? 0 : contextOf(-1, kind === 1),
  }))
  const probabilities = await engine.predict(rows)
  await engine.close()
  return examples.map(({ sentiment }, row) => {
    const own = probabilities.subarray(row * engine.outputs, (row + 1) * engine.outputs)
    const confidence = Math.max(...own)
    return { confidence, isRight: own.indexOf(confidence) === (sentiment === -1 ? SENTIMENTS.length : sentiment) }
  })
}

function describeSplit({ data, buckets }: TrainedPooledModel): ModelManifest['provenance']['split'] {
  const count = (part: 'training' | 'development' | 'test') =>
    data.divided.reduce((sum, one) => sum + one[part].length, 0)
  return {
    kind: 'grouped-ids',
    description:
      'By tweet: the bucket of a tweet is int(sha1(id), 16) modulo 10. Rows of the development buckets (in files with chosen development rows, those rows) determined calibration and threshold; ' +
      'no tweet that was held out in one file was trained on in another.',
    trainingRows: count('training'),
    testRows: count('development') + count('test'),
    developmentRows: count('development'),
    test: [...buckets.test],
    development: [...buckets.development],
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
