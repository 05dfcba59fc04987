import { z } from 'zod'
import { UsageError } from '../../problem/problem.ts'

/** A layer as the configuration describes it. */
export interface KerasLayer {
  readonly className: string
  readonly name: string
  readonly config: Readonly<Record<string, unknown>>
}

/** The layers of a model in the order of the data flow, including its input layer if it has one. */
export interface LayerChain {
  readonly layers: readonly KerasLayer[]
  /** The graph itself passes the padding mask to a layer, as in functional models of Keras 3. */
  readonly isMaskGiven: boolean
  /** [batch, tokens], if a sequential model keeps the shape of its first call. */
  readonly buildInputShape: unknown
}

const layerSchema = z.object({
  class_name: z.string(),
  config: z.looseObject({ name: z.string().optional() }),
  name: z.string().optional(),
  inbound_nodes: z.array(z.unknown()).optional(),
})
type RawLayer = z.infer<typeof layerSchema>

const layersSchema = z.array(layerSchema)

const modelSchema = z.object({
  class_name: z.string(),
  // Keras before 2.2.3 wrote only the list of a sequential model's layers.
  config: z.union([layersSchema, z.looseObject({ layers: layersSchema, build_input_shape: z.unknown().optional() })]),
})

/** Orders the layers of a sequential or functional model. Throws a `UsageError` if they are not a chain. */
export function layerChain(modelConfig: unknown): LayerChain {
  const parsed = modelSchema.safeParse(modelConfig)
  if (!parsed.success) throw new UsageError('Its model_config is not in the format of Keras 2 or 3.')
  const { class_name: kind, config } = parsed.data
  const layers = Array.isArray(config) ? config : config.layers
  const buildInputShape = Array.isArray(config) ? undefined : config.build_input_shape
  if (kind === 'Sequential') return { layers: layers.map(named), isMaskGiven: false, buildInputShape }
  if (kind === 'Functional' || kind === 'Model') return { ...followGraph(layers), buildInputShape }
  throw new UsageError(`Its class is ${kind}; only Sequential and Functional models describe their layers.`)
}

const named = ({ class_name: className, name, config }: RawLayer): KerasLayer => ({
  className,
  name: name ?? config.name ?? '',
  config,
})

/** One call of a layer in a functional model. */
interface Call {
  /** Names of the layers whose outputs are its inputs. */
  readonly inputs: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
  /** Keras 3 only: all arguments of the call. */
  readonly given: readonly unknown[]
}

/** In Keras 3, a separate layer computes the mask of `mask_zero`, next to the chain. */
const MASK_LAYER = 'NotEqual'

function followGraph(rawLayers: readonly RawLayer[]): Pick<LayerChain, 'layers' | 'isMaskGiven'> {
  const nodes = rawLayers.map(raw => ({ layer: named(raw), call: callOf(raw) }))
  const inputs = nodes.filter(({ layer }) => layer.className === 'InputLayer')
  const [input] = inputs
  if (input === undefined || inputs.length > 1) {
    throw new UsageError(`It has ${inputs.length} inputs; only models with one input, the token ids, are supported.`)
  }
  const masks = nodes.filter(({ layer }) => layer.className === MASK_LAYER)
  for (const mask of masks) checkMask(mask, input.layer.name)
  const maskNames = masks.map(({ layer }) => layer.name)

  const layers = [input.layer]
  let isMaskGiven = false
  for (let last = input.layer; ; last = layers.at(-1) ?? last) {
    const next = nodes.filter(node => !masks.includes(node) && node.call.inputs.includes(last.name))
    const [only] = next
    if (only === undefined) break
    if (next.length > 1 || only.call.inputs.length > 1 || layers.includes(only.layer)) throw branches()
    isMaskGiven = checkOptions(only.layer, only.call, maskNames) || isMaskGiven
    layers.push(only.layer)
  }
  if (layers.length + masks.length !== nodes.length) throw branches()
  return { layers, isMaskGiven }
}

const branches = () => new UsageError('Its layers are not a chain; only Embedding > LSTM > Dense is supported.')

function checkMask({ layer, call }: { layer: KerasLayer; call: Call }, inputName: string): void {
  if (call.inputs.length === 1 && call.inputs[0] === inputName && call.given[1] === 0) return
  throw new UsageError(`Its layer ${layer.name} masks values other than the zeros of the padding.`)
}

/** Returns true if the layer gets the padding mask. */
function checkOptions(layer: KerasLayer, { options }: Call, maskNames: readonly string[]): boolean {
  if (options.training === true) {
    throw new UsageError(
      `Its layer ${layer.name} is called with training=True, so its results are random; build the model without it.`,
    )
  }
  const [mask, ...others] = tensorReferences(options)
  if (mask === undefined) return false
  if (others.length === 0 && maskNames.includes(mask) && tensorReferences(options.mask).length === 1) return true
  throw new UsageError(`Its layer ${layer.name} takes a mask or a state that the model computes.`)
}

/** Keras 2 writes `[[[name, 0, 0, {options}]]]`, Keras 3 `[{args: [tensor, ...], kwargs: {...}}]`. */
function callOf({ inbound_nodes: nodes = [], name, config }: RawLayer): Call {
  if (nodes.length > 1)
    throw new UsageError(`Its layer ${name ?? config.name} is used ${nodes.length} times, not once.`)
  const [node] = nodes
  if (isRecord(node)) {
    const given = Array.isArray(node.args) ? node.args : []
    return { inputs: tensorReferences(given), options: isRecord(node.kwargs) ? node.kwargs : {}, given }
  }
  const references = listReferences(node)
  return {
    inputs: references.map(([from]) => from),
    options: Object.assign({}, ...references.map(([, , , options]) => options)),
    given: [],
  }
}

type ListReference = readonly [name: string, node: number, tensor: number, options?: object]

function listReferences(value: unknown): ListReference[] {
  if (!Array.isArray(value)) return []
  if (typeof value[0] === 'string' && typeof value[1] === 'number') return [value as unknown as ListReference]
  return value.flatMap(listReferences)
}

/** Names of the layers whose tensors occur anywhere in a value. */
function tensorReferences(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(tensorReferences)
  if (!isRecord(value)) return []
  if (value.class_name !== '__keras_tensor__') return Object.values(value).flatMap(tensorReferences)
  const history = isRecord(value.config) ? value.config.keras_history : null
  return Array.isArray(history) ? [String(history[0])] : []
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
