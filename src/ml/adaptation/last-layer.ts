import { createLanguageIdentifier } from '../language/language-identifier.ts'
import type { Mention } from '../network/classifier.ts'
import { createEncoder, type EncodedMention } from '../network/encode.ts'
import { createKernel, featureSize } from '../network/kernel.ts'
import { type Model, tensorOf } from '../network/model.ts'
import { isOwnLanguage, languagesOf, routeMention } from '../network/route-mention.ts'

/** The inputs of a model's last layer for some mentions, and the layer's results. */
export interface LastLayer {
  /** Number of inputs of the layer. */
  readonly size: number
  readonly outputs: number
  /** The last output is the relevance by a logistic function, and the others share it by softmax. Otherwise all share by softmax. */
  readonly hasRelevance: boolean
  /** Row-major, `size` values a mention. */
  readonly inputs: Float32Array
  /** Row-major, `outputs` values a mention, before the softmax. */
  readonly logits: Float64Array
  readonly encoded: readonly EncodedMention[]
  /** Whether the answer about each mention would be an opinion of this network. Others are unread, or another network reads them. */
  readonly isRead: readonly boolean[]
}

const ROWS_PER_BATCH = 512

/** Runs the network up to its last layer, on the calling thread. */
export async function readLastLayer(model: Model, mentions: readonly Mention[]): Promise<LastLayer> {
  const { manifest } = model
  const { network } = manifest
  const kernel = await createKernel(model)
  const encode = createEncoder(model)
  const width = featureSize(manifest)
  const isPooled = network.kind === 'pooled-bilstm'
  const size = isPooled ? network.denseSize : width
  const outputs = manifest.labels.length
  const inputs = new Float32Array(mentions.length * size)
  const encoded: EncodedMention[] = []
  const layer = isPooled ? denseLayer(model, width, size) : (features: Float32Array) => features
  for (let start = 0; start < mentions.length; start += ROWS_PER_BATCH) {
    const part = mentions.slice(start, start + ROWS_PER_BATCH).map(encode)
    const features = new Float32Array(part.length * width)
    kernel(part, features)
    for (const [index, { context }] of part.entries()) {
      inputs.set(layer(features.subarray(index * width, (index + 1) * width), context), (start + index) * size)
    }
    encoded.push(...part)
  }
  const head = headReader(model, size)
  const logits = new Float64Array(mentions.length * outputs)
  for (const [index, { context }] of encoded.entries()) {
    const { kernel: weights, bias } = head(context)
    for (let output = 0; output < outputs; output++) {
      let sum = bias[output] ?? 0
      for (let unit = 0; unit < size; unit++) {
        sum += (inputs[index * size + unit] ?? 0) * (weights[unit * outputs + output] ?? 0)
      }
      logits[index * outputs + output] = sum
    }
  }
  return {
    size,
    outputs,
    hasRelevance: isPooled,
    inputs,
    logits,
    encoded,
    isRead: await areRead(model, mentions, encoded),
  }
}

async function areRead(
  model: Model,
  mentions: readonly Mention[],
  encoded: readonly EncodedMention[],
): Promise<boolean[]> {
  const languages = languagesOf(model)
  const identify = languages.length > 0 && !encoded.every(isOwnLanguage) ? await createLanguageIdentifier() : null
  return encoded.map((one, row) => {
    if (one.unknownTokenShare >= 1) return false
    if (languages.length === 0) return true
    const { network, isUnsupported } = routeMention(mentions[row] as Mention, one, identify, languages)
    return network === 0 && !isUnsupported
  })
}

function denseLayer(model: Model, width: number, size: number) {
  const kernel = tensorOf(model, 'pooled/kernel')
  const bias = tensorOf(model, 'context/bias')
  return (features: Float32Array, context: number): Float32Array => {
    const sums = Float64Array.from(bias.subarray(context * size, (context + 1) * size))
    for (let feature = 0; feature < width; feature++) {
      const value = features[feature] ?? 0
      if (value === 0) continue
      for (let unit = 0; unit < size; unit++) {
        sums[unit] = (sums[unit] ?? 0) + value * (kernel[feature * size + unit] ?? 0)
      }
    }
    return Float32Array.from(sums, sum => Math.max(0, sum))
  }
}

/** Weights of the last layer, row-major [inputs, outputs], and its bias. */
export interface Head {
  readonly kernel: Float32Array
  readonly bias: Float32Array
}

/** The head of each context. */
export function headReader(model: Model, size: number): (context: number) => Head {
  const { network, labels } = model.manifest
  const outputs = labels.length
  if (network.kind !== 'pooled-bilstm') {
    const head = { kernel: tensorOf(model, 'dense/kernel'), bias: tensorOf(model, 'dense/bias') }
    return () => head
  }
  const [kernels, biases] = [tensorOf(model, 'heads/kernel'), tensorOf(model, 'heads/bias')]
  return context => {
    const head = network.contextHeads[context] ?? 0
    return {
      kernel: kernels.subarray(head * size * outputs, (head + 1) * size * outputs),
      bias: biases.subarray(head * outputs, (head + 1) * outputs),
    }
  }
}
