import { createHash } from 'node:crypto'
import { encodeTrainedOn } from '../evaluation/trained-on.ts'
import { tokensAlone } from '../network/engine.ts'
import { createKernelEngine } from '../network/kernel.ts'
import type { ModelManifest } from '../network/manifest.ts'
import { type Model, modelVersion } from '../network/model.ts'
import { tensorShapes } from '../network/tensors.ts'
import { type Answer, chooseThreshold } from './choose-threshold.ts'
import { kerasWeights } from './keras-weights.ts'
import type { Parameters } from './parameters.ts'
import type { Recipe } from './recipe.ts'
import type { Example, TrainingData } from './training-data.ts'

/** A result is uncertain if fewer than this share of the rows set aside are correct at its confidence. */
const CERTAIN_ACCURACY = 0.8

/** The fields of a run that do not follow from recipe and data. */
type RunProvenance = Pick<
  ModelManifest['provenance'],
  'command' | 'seed' | 'trainedAt' | 'runtime' | 'codeRevision' | 'data'
>

export interface TrainedModel {
  readonly name: string
  readonly recipe: Recipe
  readonly data: TrainingData
  readonly weights: Parameters
  readonly run: RunProvenance
}

/** The files of a model's directory, by name. */
export type ModelFiles = Readonly<Record<string, Buffer>>

/** Builds the model directory of a trained network. Chooses the uncertainty threshold on the rows set aside. */
export async function buildModel({ name, recipe, data, weights, run }: TrainedModel): Promise<ModelFiles> {
  const values = kerasWeights(weights, data.shape.hiddenSize)
  const weightsFile = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  const vocabularyFile = Buffer.from(`${data.vocabulary.join('\n')}\n`)
  const manifest: ModelManifest = {
    formatVersion: 1,
    name,
    description: recipe.description,
    labels: [...recipe.labels],
    preprocessing: { ...recipe.preprocessing, maxTokens: data.shape.maxTokens },
    network: { kind: 'embedding-lstm-dense', ...recipe.network },
    weights: {
      file: 'weights.bin',
      sha256: sha256(weightsFile),
      tensors: tensorShapes({ kind: 'embedding-lstm-dense', ...recipe.network }, recipe.labels.length).map(tensor => ({
        ...tensor,
      })),
    },
    vocabularySha256: sha256(vocabularyFile),
    uncertainBelow: null,
    temperature: null,
    provenance: { recipe: recipe.name, ...run, split: describeSplit(recipe, data), trainedOn: 'trained-on.bin' },
  }
  const model: Model = { manifest, version: modelVersion(manifest), vocabulary: data.vocabulary, weights: weightsFile }
  const uncertainBelow = chooseThreshold(await answer(model, data.setAside), CERTAIN_ACCURACY)
  return {
    'weights.bin': weightsFile,
    [recipe.preprocessing.vocabulary]: vocabularyFile,
    'trained-on.bin': encodeTrainedOn(data.training.map(({ row }) => row)),
    'manifest.json': Buffer.from(`${JSON.stringify({ ...manifest, uncertainBelow }, null, 2)}\n`),
  }
}

/** The model's results for rows with known labels. */
async function answer(model: Model, examples: readonly Example[]): Promise<Answer[]> {
  const engine = await createKernelEngine(model)
  const probabilities = await engine.predict(examples.map(({ tokens }) => tokensAlone(tokens)))
  await engine.close()
  return examples.map(({ target }, row) => {
    const own = probabilities.subarray(row * engine.outputs, (row + 1) * engine.outputs)
    const confidence = Math.max(...own)
    return { confidence, isRight: own.indexOf(confidence) === target }
  })
}

function describeSplit(
  { split }: Recipe,
  { training, test, setAside }: TrainingData,
): ModelManifest['provenance']['split'] {
  return {
    kind: 'random-rows',
    description:
      `The kept rows in the order of numpy.random.RandomState(${split.randomState}).permutation: the first ${split.testShare} of them, rounded up, are held out ` +
      `(scikit-learn's train_test_split), the rest are trained on. The last ${setAside.length} held-out rows chose uncertainBelow and are not in any figure. ` +
      'Leaky: paraphrases of one tweet are on both sides.',
    trainingRows: training.length,
    testRows: test.length + setAside.length,
    testShare: split.testShare,
    randomState: split.randomState,
    setAsideRows: setAside.length,
    isLeaky: true,
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
