import { z } from 'zod'
import { UsageError } from '../../problem/problem.ts'
import { type KerasLayer, layerChain } from './layer-chain.ts'

/** The parts of an Embedding > LSTM > Dense model of Keras that affect its results. */
export interface Architecture {
  /** Rows of the embedding: token ids are 0 (padding) to `vocabularySize - 1`. */
  readonly vocabularySize: number
  readonly embeddingSize: number
  readonly hiddenSize: number
  /** Units of the last layer. */
  readonly units: number
  /** 'sigmoid' has one unit: the probability of the second of two labels. */
  readonly activation: 'softmax' | 'sigmoid'
  /** Padding is skipped (`mask_zero`). */
  readonly isMasked: boolean
  /** Length of every row, including padding; null if the model accepts any length. */
  readonly inputLength: number | null
  readonly embedding: { readonly name: string }
  readonly lstm: { readonly name: string; readonly hasBias: boolean }
  readonly dense: { readonly name: string; readonly hasBias: boolean }
  /** Keras's precision, such as `float32` or `mixed_float16`. */
  readonly precision: string
}

/** Layers that do nothing during inference. */
const IDLE_LAYERS = ['Dropout', 'SpatialDropout1D']

const SERVED = 'Pulso supports Embedding > LSTM > Dense with softmax, with or without dropout in between'

/** Descriptions of the most common unsupported layers. */
const REFUSED_LAYERS: Readonly<Record<string, string>> = {
  Bidirectional: 'a layer that reads in both directions (Bidirectional)',
  CuDNNLSTM: 'a CuDNNLSTM; load its weights into an LSTM with recurrent_activation="sigmoid" and save that',
  GRU: 'a GRU',
  Masking: 'a Masking layer; use mask_zero=True of the Embedding instead',
  TextVectorization: 'its own TextVectorization; save the part after it, and its words as a Tokenizer',
}

/** A function by its name, or in the notation that newer versions use for functions without a known name. */
const activationSchema = z
  .union([z.string(), z.object({ config: z.string() }).transform(({ config }) => config)])
  .nullish()
  .transform(name => name ?? 'linear')

const embeddingSchema = z.object({
  input_dim: z.int().positive(),
  output_dim: z.int().positive(),
  mask_zero: z.boolean().default(false),
})

const lstmSchema = z.object({
  units: z.int().positive(),
  activation: activationSchema,
  recurrent_activation: activationSchema,
  use_bias: z.boolean().default(true),
  go_backwards: z.boolean().default(false),
  stateful: z.boolean().default(false),
  return_sequences: z.boolean().default(false),
  return_state: z.boolean().default(false),
  time_major: z.boolean().default(false),
})

const denseSchema = z.object({
  units: z.int().positive(),
  activation: activationSchema,
  use_bias: z.boolean().default(true),
})

/**
 * Reads a `model_config`. Throws a `UsageError` that explains why a model other than Embedding > LSTM > Dense is not
 * supported.
 */
export function readArchitecture(modelConfig: unknown): Architecture {
  const chain = layerChain(modelConfig)
  const [embeddingLayer, lstmLayer, denseLayer, activationLayer] = servedLayers(chain.layers)
  const embedding = configOf(embeddingLayer, embeddingSchema)
  const lstm = configOf(lstmLayer, lstmSchema)
  const dense = configOf(denseLayer, denseSchema)
  checkLstm(lstm)
  return {
    vocabularySize: embedding.input_dim,
    embeddingSize: embedding.output_dim,
    hiddenSize: lstm.units,
    units: dense.units,
    activation: outputActivation(dense, activationLayer),
    isMasked: embedding.mask_zero || chain.isMaskGiven,
    inputLength: inputLength(chain.layers, chain.buildInputShape),
    embedding: { name: embeddingLayer.name },
    lstm: { name: lstmLayer.name, hasBias: lstm.use_bias },
    dense: { name: denseLayer.name, hasBias: dense.use_bias },
    precision: precision(lstmLayer),
  }
}

type ServedLayers = readonly [
  embedding: KerasLayer,
  lstm: KerasLayer,
  dense: KerasLayer,
  activation: KerasLayer | undefined,
]

function servedLayers(layers: readonly KerasLayer[]): ServedLayers {
  const [first, second, third, fourth, ...others] = layers.filter(
    ({ className }) => className !== 'InputLayer' && !IDLE_LAYERS.includes(className),
  )
  const found = [first, second, third, fourth, ...others].flatMap(layer => layer?.className ?? [])
  const refused = found.map(className => REFUSED_LAYERS[className]).find(reason => reason !== undefined)
  if (refused !== undefined) throw new UsageError(`It has ${refused}; ${SERVED}.`)
  if (
    first?.className === 'Embedding' &&
    second?.className === 'LSTM' &&
    third?.className === 'Dense' &&
    (fourth === undefined || fourth.className === 'Activation' || fourth.className === 'Softmax') &&
    others.length === 0
  ) {
    return [first, second, third, fourth]
  }
  throw new UsageError(`Its layers are ${found.join(' > ') || 'none'}; ${SERVED}.`)
}

function configOf<T>({ name, config }: KerasLayer, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(config)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`The configuration of its layer ${name} is invalid: ${issue?.path.join('.')}.`)
}

function checkLstm(lstm: z.infer<typeof lstmSchema>): void {
  if (lstm.recurrent_activation !== 'sigmoid' || lstm.activation !== 'tanh') {
    const hint =
      lstm.recurrent_activation === 'hard_sigmoid'
        ? '; this was the default of Keras before 2.3, so train the model again'
        : ''
    throw new UsageError(
      `Its LSTM has activation=${lstm.activation} and recurrent_activation=${lstm.recurrent_activation}; only tanh and sigmoid are supported${hint}.`,
    )
  }
  const refused = ['go_backwards', 'stateful', 'return_sequences', 'return_state', 'time_major'] as const
  const option = refused.find(name => lstm[name])
  if (option !== undefined) throw new UsageError(`Its LSTM has ${option}=True, which is not supported.`)
}

function outputActivation(
  { units, activation }: z.infer<typeof denseSchema>,
  layer: KerasLayer | undefined,
): Architecture['activation'] {
  const layerActivation = layer && (layer.className === 'Softmax' ? softmaxAxis(layer) : activationOf(layer))
  const [only, ...others] = [activation, layerActivation].filter(name => name !== undefined && name !== 'linear')
  if (only === 'softmax' && others.length === 0 && units > 1) return 'softmax'
  if (only === 'sigmoid' && others.length === 0 && units === 1) return 'sigmoid'
  const shown = [only, ...others].map(name => name ?? 'no activation').join(' and ')
  throw new UsageError(
    `Its last layer has ${units} ${units === 1 ? 'unit' : 'units'} with ${shown}, whose outputs are not probabilities of labels; softmax, or sigmoid with one unit, is supported.`,
  )
}

const activationOf = (layer: KerasLayer) => configOf(layer, z.object({ activation: activationSchema })).activation

/** Rows have two dimensions, so -1 and 1 are the same axis. */
function softmaxAxis({ config }: KerasLayer): string {
  const axis = config.axis ?? -1
  return axis === -1 || axis === 1 ? 'softmax' : `softmax over axis ${String(axis)}`
}

const shapeSchema = z.tuple([z.int().nullable(), z.int().positive().nullable()])

/** The number of tokens that all shapes of a model agree on. */
function inputLength(layers: readonly KerasLayer[], buildInputShape: unknown): number | null {
  const shapes = layers
    .filter(({ className }) => className === 'InputLayer' || className === 'Embedding')
    .flatMap(({ config }) => [config.batch_shape, config.batch_input_shape, lengthShape(config.input_length)])
  const lengths = [...shapes, buildInputShape].flatMap(shape => {
    if (shape === undefined || shape === null) return []
    const parsed = shapeSchema.safeParse(shape)
    if (!parsed.success) {
      throw new UsageError(
        `It takes rows of the shape ${JSON.stringify(shape)}, but a row of token ids has one dimension.`,
      )
    }
    return parsed.data[1] ?? []
  })
  const [length = null, ...others] = new Set(lengths)
  if (others.length > 0) throw new UsageError(`It takes rows of both ${[length, ...others].join(' and ')} tokens.`)
  return length
}

/** `input_length` is a number, or a list of one number. */
function lengthShape(inputLength: unknown): unknown {
  if (inputLength === undefined || inputLength === null) return null
  return Array.isArray(inputLength) ? [null, ...inputLength] : [null, inputLength]
}

/** A name in Keras 2; a policy with a name in Keras 3. */
function precision({ config }: KerasLayer): string {
  const policy = z.object({ config: z.object({ name: z.string() }) }).safeParse(config.dtype)
  if (policy.success) return policy.data.config.name
  return typeof config.dtype === 'string' ? config.dtype : 'float32'
}
