import { createHash } from 'node:crypto'
import { contextCount, contextOf } from '../language/tweet-words/tweet-encoder.ts'
import type { ModelManifest, PooledBilstm } from '../network/manifest.ts'
import { type Model, modelVersion, tensorBytes } from '../network/model.ts'
import { tensorLayout, tensorShapes } from '../network/tensors.ts'
import { type AdaptedEntity, entityGroupKey } from './entity-groups.ts'
import type { Correction } from './fit-correction.ts'
import { headReader } from './last-layer.ts'

export interface Corrections {
  readonly correction: Correction
  /** Entities with offsets of their own, in the order of the groups. */
  readonly entities: readonly AdaptedEntity[]
  /** Mentions of other entities are corrected as well, without an offset of their own. */
  readonly isShared: boolean
}

/**
 * The model with the correction in its last layer. An entity with an offset of its own becomes one that the model knows: it
 * gets contexts whose head has the offset. So an answer costs what it cost before.
 */
export function correctModel(model: Model, corrections: Corrections, name: string): Model {
  const { manifest, weights, vocabulary } =
    model.manifest.network.kind === 'pooled-bilstm'
      ? correctPooled(model, model.manifest.network, corrections)
      : correctPlain(model, corrections)
  const corrected: ModelManifest = {
    ...manifest,
    name,
    weights: { ...manifest.weights, sha256: createHash('sha256').update(weights).digest('hex') },
  }
  return { manifest: corrected, version: modelVersion(corrected), vocabulary, weights }
}

/** One head for all mentions. */
function correctPlain(model: Model, { correction }: Corrections): Model {
  const size = correction.kernel.length / model.manifest.labels.length
  const head = correctedHead(headReader(model, size)(0), correction, -1)
  return withTensors(model, model.manifest, {
    'dense/kernel': bytesOf(head.kernel),
    'dense/bias': bytesOf(head.bias),
  })
}

/** Of a head that the correction does not change. */
const UNCHANGED = -2

function correctPooled(model: Model, network: PooledBilstm, { correction, entities, isShared }: Corrections): Model {
  const { manifest } = model
  const { preprocessing } = manifest
  const known = preprocessing.kind === 'tweet-words' ? preprocessing.entities : []
  const knownKeys = new Set(known.map(entityGroupKey))
  const named = entities.flatMap(({ name }) => (name === null || knownKeys.has(entityGroupKey(name)) ? [] : [name]))
  const allKnown = [...known, ...named]
  const groupByKey = new Map(entities.map(({ name }, group) => [entityGroupKey(name), group]))
  const shared = isShared ? -1 : UNCHANGED
  const groupOf = (key: string | null) => groupByKey.get(key) ?? shared

  /** For each context: that of the parent whose bias and head it takes, and the group of its offset. */
  const contexts = [
    { parent: 0, group: groupOf('') },
    { parent: 1, group: shared },
    { parent: 2, group: shared },
    ...allKnown.flatMap((name, index) =>
      [true, false].map(isFound => ({
        parent: contextOf(index < known.length ? index : -1, isFound),
        group: groupOf(entityGroupKey(name)),
      })),
    ),
  ]
  if (contexts.length !== contextCount(allKnown.length)) throw new Error('The contexts do not fit the entities.')
  const heads = new Map<string, { readonly parent: number; readonly group: number; readonly index: number }>()
  const contextHeads = contexts.map(({ parent, group }) => {
    const key = `${network.contextHeads[parent]} ${group}`
    const head = heads.get(key) ?? { parent, group, index: heads.size }
    heads.set(key, head)
    return head.index
  })
  const readHead = headReader(model, network.denseSize)
  const corrected = [...heads.values()].map(({ parent, group }) => {
    const head = readHead(parent)
    return group === UNCHANGED ? head : correctedHead(head, correction, group)
  })
  const contextBytes = tensorBytes(model, 'context/bias')
  const rowBytes = 4 * network.denseSize
  const bias = contexts.map(({ parent }) => contextBytes.subarray(parent * rowBytes, (parent + 1) * rowBytes))
  const adapted: PooledBilstm = { ...network, contextHeads, heads: corrected.length }
  const reading = preprocessing.kind === 'tweet-words' ? { ...preprocessing, entities: allKnown } : preprocessing
  return withTensors(
    model,
    { ...manifest, preprocessing: reading, network: adapted },
    {
      'context/bias': Buffer.concat(bias),
      'heads/kernel': Buffer.concat(corrected.map(({ kernel }) => bytesOf(kernel))),
      'heads/bias': Buffer.concat(corrected.map(({ bias }) => bytesOf(bias))),
    },
  )
}

/** @param group -1 for the correction without an offset of an entity. */
function correctedHead(
  head: { readonly kernel: Float32Array; readonly bias: Float32Array },
  correction: Correction,
  group: number,
): { kernel: Float32Array; bias: Float32Array } {
  const outputs = correction.offset.length
  return {
    kernel: head.kernel.map((weight, at) => weight + (correction.kernel[at] ?? 0)),
    bias: head.bias.map((value, output) => {
      const own = group >= 0 ? (correction.groupOffsets[group * outputs + output] ?? 0) : 0
      return value + (correction.offset[output] ?? 0) + own
    }),
  }
}

const bytesOf = (values: Float32Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)

/** The model with another manifest and some other tensors; the rest of the weights is copied. */
function withTensors(model: Model, manifest: ModelManifest, changed: Readonly<Record<string, Uint8Array>>): Model {
  const outputs = manifest.labels.length
  const weights = Buffer.concat(
    tensorLayout(manifest.network, outputs).map(({ name }) => changed[name] ?? tensorBytes(model, name)),
  )
  const tensors = tensorShapes(manifest.network, outputs).map(tensor => ({ ...tensor }))
  return { ...model, manifest: { ...manifest, weights: { ...manifest.weights, tensors } }, weights }
}
