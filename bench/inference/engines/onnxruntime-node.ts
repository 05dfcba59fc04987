import type { EncodedText } from '../../../src/ml/network/engine.ts'
import type { EmbeddingLstmDense, PooledBilstm } from '../../../src/ml/network/manifest.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { peerRequire, peerVersion } from '../../peers/peer-require.ts'
import { bilstmGraph } from '../onnx/bilstm-graph.ts'
import { type Graph, onnxModel } from '../onnx/graph.ts'
import { lstmGraph } from '../onnx/lstm-graph.ts'
import type { Player } from '../player.ts'

/** The API of `onnxruntime-node` that we use; its types are unavailable if it is not installed. */
interface OnnxRuntime {
  readonly InferenceSession: { create(model: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<Session> }
  readonly Tensor: new (
    type: 'float32' | 'int32',
    values: Float32Array | Int32Array,
    shape: readonly number[],
  ) => Tensor
}

interface Session {
  run(inputs: Readonly<Record<string, Tensor>>, outputs: readonly string[]): Promise<Readonly<Record<string, Tensor>>>
}

interface Tensor {
  readonly data: Float32Array
}

const ONE_THREAD = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
}

export async function openOnnxRuntime(model: Model): Promise<Player<EncodedText>> {
  const runtime = peerRequire('onnxruntime-node') as OnnxRuntime
  const open = (graph: Graph) => runtime.InferenceSession.create(onnxModel(graph), ONE_THREAD)
  const { network } = model.manifest
  const answer =
    network.kind === 'pooled-bilstm'
      ? answerPooled(runtime, await open(bilstmGraph(model, network)), network)
      : await answerLstm(runtime, await open(lstmGraph(model, network)), model, network)
  return { version: peerVersion('onnxruntime-node'), answer }
}

/** Number of steps of a batch: every row is as long as the longest. */
const longest = (rows: readonly EncodedText[]) => Math.max(1, ...rows.map(({ tokenIds }) => tokenIds.length))

function tokensOf({ Tensor }: OnnxRuntime, rows: readonly EncodedText[]) {
  const tokens = new Int32Array(longest(rows) * rows.length)
  for (const [row, { tokenIds }] of rows.entries()) {
    for (let step = 0; step < tokenIds.length; step++) tokens[step * rows.length + row] = tokenIds[step] as number
  }
  return {
    tokens: new Tensor('int32', tokens, [longest(rows), rows.length]),
    lengths: new Tensor(
      'int32',
      Int32Array.from(rows, ({ tokenIds }) => tokenIds.length),
      [rows.length],
    ),
  }
}

async function answerLstm(runtime: OnnxRuntime, session: Session, model: Model, network: EmbeddingLstmDense) {
  const size = network.hiddenSize
  const states = (values: Float32Array) => new runtime.Tensor('float32', values, [1, values.length / size, size])
  const { maxTokens } = model.manifest.preprocessing
  // Row k is the state after k zeros, as after padding; computed by ONNX Runtime itself.
  const zeros = Array.from({ length: maxTokens + 1 }, (_, length) => ({
    tokenIds: new Int32Array(length),
    marks: null,
    context: 0,
  }))
  const nothing = states(new Float32Array((maxTokens + 1) * size))
  const pads = await session.run({ ...tokensOf(runtime, zeros), hidden: nothing, cell: nothing }, [
    'lastHidden',
    'lastCell',
  ])
  const startOf = (rows: readonly EncodedText[], table: Float32Array) => {
    const start = new Float32Array(rows.length * size)
    if (network.padding === 'none') return states(start)
    for (const [row, { tokenIds }] of rows.entries()) {
      const pad = maxTokens - tokenIds.length
      start.set(table.subarray(pad * size, (pad + 1) * size), row * size)
    }
    return states(start)
  }
  const [hidden, cell] = [pads.lastHidden?.data ?? new Float32Array(), pads.lastCell?.data ?? new Float32Array()]
  return async (rows: readonly EncodedText[]) => {
    const inputs = { ...tokensOf(runtime, rows), hidden: startOf(rows, hidden), cell: startOf(rows, cell) }
    return probabilitiesOf(await session.run(inputs, ['probabilities']))
  }
}

function answerPooled(runtime: OnnxRuntime, session: Session, { marks: markCount }: PooledBilstm) {
  return async (rows: readonly EncodedText[]) => {
    const steps = longest(rows)
    const marks = new Float32Array(steps * rows.length * markCount)
    const isToken = new Float32Array(steps * rows.length)
    const isMarked = new Float32Array(steps * rows.length)
    for (const [row, text] of rows.entries()) {
      for (let step = 0; step < text.tokenIds.length; step++) {
        const at = step * rows.length + row
        const bits = text.marks?.[step] ?? 0
        isToken[at] = 1
        isMarked[at] = bits & 1
        for (let mark = 0; mark < markCount; mark++) marks[at * markCount + mark] = (bits >> mark) & 1
      }
    }
    const floats = (values: Float32Array, shape: readonly number[]) => new runtime.Tensor('float32', values, shape)
    const inputs = {
      ...tokensOf(runtime, rows),
      marks: floats(marks, [steps, rows.length, markCount]),
      isToken: floats(isToken, [steps, 1, rows.length, 1]),
      isMarked: floats(isMarked, [steps, 1, rows.length, 1]),
      contexts: new runtime.Tensor(
        'int32',
        Int32Array.from(rows, ({ context }) => context),
        [rows.length],
      ),
    }
    return probabilitiesOf(await session.run(inputs, ['probabilities']))
  }
}

const probabilitiesOf = ({ probabilities }: Readonly<Record<string, Tensor>>) => probabilities?.data ?? []
