import type { Tensor } from '@tensorflow/tfjs-core'
import { Command } from 'commander'
import { isTensorFlowInstalled, loadTensorFlow, type TensorFlow } from '../src/ml/tensorflow/load.ts'
import { Mt19937 } from '../src/ml/training/mt19937.ts'
import { drawMasks } from '../src/ml/training/pooled-bilstm/epoch-rows.ts'
import { initialParameters } from '../src/ml/training/pooled-bilstm/initial-parameters.ts'
import { type BatchRow, lossAndGradient } from '../src/ml/training/pooled-bilstm/loss-and-gradient.ts'
import { newOptimiser, optimise } from '../src/ml/training/pooled-bilstm/optimiser.ts'
import { inputSize, type PooledShape, pooledParameters } from '../src/ml/training/pooled-bilstm/shape.ts'
import { RowGradientSum } from '../src/ml/training/pooled-bilstm/word-table.ts'
import { pulso } from '../src/ml/training/recipes/pulso.ts'
import { UsageError } from '../src/problem/problem.ts'
import { seededRandom } from '../src/statistics/seeded-random.ts'

const ROWS = pulso.batchSize
/** The mean length in the corpora, whose batches are of similar length. */
const TOKENS = 24
const STEPS = 5

export function trainingStepBenchmark(): Command {
  return new Command('training-step')
    .description(
      "CPU time of one training step of the recipe `pulso`, compared with tfjs-node's stock layers without the word table",
    )
    .option('--rounds <number>', 'number of timings; the median counts', Number, 3)
    .action(({ rounds }: { rounds: number }) => run(rounds))
}

async function run(rounds: number): Promise<void> {
  if (!isTensorFlowInstalled()) throw new UsageError('Training needs TensorFlow: npm run tensorflow')
  process.env.TF_NUM_INTRAOP_THREADS ??= '1'
  const tf = loadTensorFlow()
  const shape: PooledShape = {
    vocabularySize: 48_000,
    wordSize: 100,
    lexiconSize: 6,
    marks: 4,
    ...pulso.network,
  }
  const contenders = [
    { name: 'fused blocks, as trained', step: fusedStep(tf, shape) },
    { name: "tfjs-node's stock layers", step: stockStep(tf, shape) },
  ]
  const times = contenders.map((): number[] => [])
  for (const { step } of contenders) await step()
  const memory = process.memoryUsage.rss()
  for (let round = 0; round < rounds; round++) {
    for (const [index, { step }] of contenders.entries()) times[index]?.push(await cpuMillisecondsOf(step))
  }
  console.log(`${ROWS} rows of ${TOKENS} tokens, ${shape.hiddenSize} units in each direction, ms CPU per step`)
  const first = median(times[0] ?? [])
  for (const [index, { name }] of contenders.entries()) {
    const time = median(times[index] ?? [])
    console.log(`${name.padEnd(26)} ${time.toFixed(0).padStart(6)}  x ${(time / first).toFixed(1)}`)
  }
  const grown = (process.memoryUsage.rss() - memory) / 2 ** 20
  console.log(`tensors held ${tf.memory().numTensors}, memory grown by ${grown.toFixed(0)} MB since the first steps`)
}

/** A complete step: word look-up, both directions, pooling, head, backward pass and optimiser. */
function fusedStep(tf: TensorFlow, shape: PooledShape): () => Promise<void> {
  const random = new Mt19937(1)
  const parameters = initialParameters(shape, random)
  const words = {
    fixed: Float32Array.from({ length: shape.vocabularySize * shape.wordSize }, () => random.nextDouble() - 0.5),
    lexicon: new Float32Array(shape.vocabularySize * shape.lexiconSize),
    learnt: new Float32Array(shape.vocabularySize * shape.wordSize),
  }
  const optimiser = newOptimiser(parameters, shape)
  const gradient = pooledParameters(shape)
  const wordGradient = new RowGradientSum(shape, 2000)
  const rows = Array.from(
    { length: ROWS },
    (_, index): BatchRow => ({
      tokenIds: Int32Array.from({ length: TOKENS }, () => Math.floor(shape.vocabularySize ** random.nextDouble())),
      marks: Uint8Array.from({ length: TOKENS }, (_, token) => Number(token === index % TOKENS)),
      kind: 1,
      target: {
        sentiment: [0.9, 0.05, 0.05],
        relevance: 1,
        sentimentWeight: 1,
        relevanceWeight: 0.5,
        offsets: [-0.8, -0.8, -0.8],
      },
    }),
  )
  const options = { ...pulso.optimiser, totalSteps: 100_000 }
  return async () => {
    const masks = drawMasks(ROWS, shape, pulso.dropout, random)
    lossAndGradient({ tf, shape, words, parameters }, { rows, masks }, { parameters: gradient, words: wordGradient })
    optimise(
      { shape, parameters, learnt: words.learnt },
      { parameters: gradient, words: wordGradient.take() },
      optimiser,
      options,
    )
  }
}

/**
 * The same network in stock layers, from word vectors on. It omits word look-up and word learning, which is to its
 * advantage.
 */
function stockStep(tf: TensorFlow, shape: PooledShape): () => Promise<void> {
  const input = tf.input({ shape: [TOKENS, inputSize(shape)] })
  const lstm = () =>
    tf.layers.lstm({
      units: shape.hiddenSize,
      returnSequences: true,
      recurrentActivation: 'sigmoid',
      recurrentInitializer: 'zeros',
    })
  const states = tf.layers.bidirectional({ layer: lstm() as never, mergeMode: 'concat' }).apply(input) as never
  const pooled = tf.layers
    .concatenate()
    .apply([
      tf.layers.globalMaxPooling1d({}).apply(states) as never,
      tf.layers.globalAveragePooling1d({}).apply(states) as never,
    ])
  const dense = tf.layers.dense({ units: shape.denseSize, activation: 'relu' }).apply(pooled)
  const output = tf.layers.dense({ units: 3, activation: 'softmax' }).apply(dense)
  const model = tf.model({ inputs: input, outputs: output as never })
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' })
  const random = seededRandom(2)
  const inputs: Tensor = tf.tensor3d(
    Float32Array.from({ length: ROWS * TOKENS * inputSize(shape) }, () => random() - 0.5),
    [ROWS, TOKENS, inputSize(shape)],
  )
  const targets: Tensor = tf.oneHot(
    tf.tensor1d(
      Int32Array.from({ length: ROWS }, (_, row) => row % 3),
      'int32',
    ),
    3,
  )
  return async () => {
    await model.trainOnBatch(inputs, targets)
  }
}

async function cpuMillisecondsOf(step: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage()
  for (let count = 0; count < STEPS; count++) await step()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000 / STEPS
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
