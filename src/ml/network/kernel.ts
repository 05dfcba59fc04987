// A program of a few files does not find the declaration otherwise.
/// <reference path="./webassembly.d.ts" />

import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { checkEncoded } from './check-encoded.ts'
import type { EncodedText, Engine } from './engine.ts'
import type { ModelManifest } from './manifest.ts'
import type { Model } from './model.ts'
import { tensorLayout } from './tensors.ts'

/**
 * Computes probabilities on the calling thread. See `Engine.predict` for the shapes. `features` also gets the values
 * before the layers behind the LSTM, `featureSize` of each row.
 */
export type Kernel = (rows: readonly EncodedText[], features?: Float32Array) => Float32Array

/** The last state, or three pools of each direction. */
export const featureSize = ({ network }: Pick<ModelManifest, 'network'>): number =>
  network.kind === 'pooled-bilstm' ? 6 * network.hiddenSize : network.hiddenSize

/** Rows per call into WebAssembly; with more, lanes are idle less often at the end of a call. */
const ROWS_PER_CALL = 64

/** Memory for the projections of frequent words: 16,384 words in both directions of 64 units. Filled on first use. */
const TABLE_BYTES = 32 * 1024 * 1024

export interface KernelOptions {
  /** Memory for cached word projections. */
  readonly tableBytes?: number
  /** A build of the kernel (default: the fastest one that this machine runs). */
  readonly code?: Uint8Array
}

/** Sizes that `assembly/sizes.ts` needs before `configure`. */
interface Sizes {
  readonly embeddingSize: number
  readonly markCount: number
  readonly hiddenSize: number
  readonly isPooled: number
  readonly isQuantised: number
  readonly denseSize: number
  readonly outputs: number
  readonly mostPads: number
  readonly tableLines: number
  readonly weightBytes: number
  readonly mostRows: number
  readonly mostTokens: number
}

/** Regions that `configure` chooses, as byte offsets in `memory`. */
type Region = 'weights' | 'lengths' | 'contexts' | 'heads' | 'tokens' | 'marks' | 'features' | 'probabilities'

/** Exports of `assembly/kernel.ts`; all arguments except the number of rows are addresses. */
interface KernelExports extends Readonly<Record<keyof Sizes | Region, WebAssembly.Global>> {
  readonly memory: WebAssembly.Memory
  configure(): void
  setWords(rows: number, scales: number): void
  setForward(kernel: number, recurrentKernel: number, bias: number): void
  setBackward(kernel: number, recurrentKernel: number, bias: number): void
  setDense(kernel: number, contextBias: number): void
  setHeads(kernels: number, biases: number): void
  prepare(): void
  predict(rows: number): void
}

/** Instantiates the WebAssembly kernel with a model's weights. */
export async function createKernel(
  model: Model,
  { tableBytes = TABLE_BYTES, code }: KernelOptions = {},
): Promise<Kernel> {
  const { manifest, weights } = model
  const { maxTokens } = manifest.preprocessing
  const outputs = manifest.labels.length
  const binary = code ?? (await readKernel())
  const { instance } = await WebAssembly.instantiate(binary)
  const kernel = instance.exports as unknown as KernelExports
  const sizes = Object.entries(sizesOf(model, tableBytes)) as [keyof Sizes, number][]
  for (const [name, size] of sizes) kernel[name].value = size
  kernel.configure()
  new Uint8Array(kernel.memory.buffer, kernel.weights.value, weights.length).set(weights)
  setTensors(kernel, model)
  kernel.prepare()

  // The views stay valid: from here on the kernel never grows its memory.
  const view = { buffer: kernel.memory.buffer, at: (region: Region) => kernel[region].value }
  const lengths = new Int32Array(view.buffer, view.at('lengths'), ROWS_PER_CALL)
  const contexts = new Int32Array(view.buffer, view.at('contexts'), ROWS_PER_CALL)
  const heads = new Int32Array(view.buffer, view.at('heads'), ROWS_PER_CALL)
  const tokens = new Int32Array(view.buffer, view.at('tokens'), ROWS_PER_CALL * maxTokens)
  const marks = new Uint8Array(view.buffer, view.at('marks'), ROWS_PER_CALL * maxTokens)
  const width = featureSize(manifest)
  const pooled = new Float32Array(view.buffer, view.at('features'), ROWS_PER_CALL * width)
  const answers = new Float32Array(view.buffer, view.at('probabilities'), ROWS_PER_CALL * outputs)
  const contextHeads = manifest.network.kind === 'pooled-bilstm' ? manifest.network.contextHeads : [0]

  return (rows, features) => {
    checkEncoded(rows, manifest)
    const probabilities = new Float32Array(rows.length * outputs)
    for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
      const part = rows.slice(start, start + ROWS_PER_CALL)
      let end = 0
      for (const [index, row] of part.entries()) {
        const length = row.tokenIds.length
        lengths[index] = length
        contexts[index] = row.context
        heads[index] = contextHeads[row.context] ?? 0
        tokens.set(row.tokenIds, end)
        if (row.marks) marks.set(row.marks, end)
        else marks.fill(0, end, end + length)
        end += length
      }
      kernel.predict(part.length)
      probabilities.set(answers.subarray(0, part.length * outputs), start * outputs)
      features?.set(pooled.subarray(0, part.length * width), start * width)
    }
    return probabilities
  }
}

function sizesOf({ manifest, weights }: Model, tableBytes: number): Sizes {
  const { network, preprocessing, labels } = manifest
  const { vocabularySize, embeddingSize, hiddenSize } = network
  const isPooled = network.kind === 'pooled-bilstm'
  const lineBytes = 4 * 4 * hiddenSize * (isPooled ? 2 : 1)
  return {
    embeddingSize,
    markCount: isPooled ? network.marks : 0,
    hiddenSize,
    isPooled: Number(isPooled),
    isQuantised: Number(network.recurrence === 'int8'),
    denseSize: isPooled ? network.denseSize : 0,
    outputs: labels.length,
    mostPads: isPooled || network.padding === 'none' ? 0 : preprocessing.maxTokens,
    tableLines: Math.min(vocabularySize, Math.floor(tableBytes / lineBytes)),
    weightBytes: weights.length,
    mostRows: ROWS_PER_CALL,
    mostTokens: ROWS_PER_CALL * preprocessing.maxTokens,
  }
}

function setTensors(kernel: KernelExports, { manifest }: Model): void {
  const layout = tensorLayout(manifest.network, manifest.labels.length)
  const addresses = new Map(layout.map(({ name, offsetBytes }) => [name, kernel.weights.value + offsetBytes]))
  const at = (name: string) => addresses.get(name) ?? Number.NaN
  const direction = (name: string) =>
    [at(`${name}/kernel`), at(`${name}/recurrent_kernel`), at(`${name}/bias`)] as const
  if (manifest.network.kind === 'embedding-lstm-dense') {
    kernel.setWords(at('embedding/embeddings'), 0)
    kernel.setForward(...direction('lstm'))
    kernel.setHeads(at('dense/kernel'), at('dense/bias'))
  } else {
    kernel.setWords(at('embedding/rows'), at('embedding/scale'))
    kernel.setForward(...direction('forward'))
    kernel.setBackward(...direction('backward'))
    kernel.setDense(at('pooled/kernel'), at('context/bias'))
    kernel.setHeads(at('heads/kernel'), at('heads/bias'))
  }
}

/** The WebAssembly kernel as an engine on the calling thread. The server runs one in each worker thread. */
export async function createKernelEngine(model: Model): Promise<Engine> {
  const kernel = await createKernel(model)
  return {
    outputs: model.manifest.labels.length,
    predict: async rows => kernel(rows),
    close: async () => {},
  }
}

/** Node 20 has relaxed SIMD behind this flag; later versions enable it by default. */
const RELAXED_SIMD_FLAG = '--experimental-wasm-relaxed-simd'

/**
 * The kernel for this machine: the build with fused multiply-add if the engine has relaxed SIMD, otherwise the portable
 * build. Their results differ in the last bits.
 */
export async function readKernel(): Promise<Buffer> {
  const relaxed = await readFile(new URL('./kernel-relaxed.wasm', import.meta.url))
  if (!WebAssembly.validate(relaxed)) setFlagsFromString(RELAXED_SIMD_FLAG)
  if (WebAssembly.validate(relaxed)) return relaxed
  return readFile(new URL('./kernel.wasm', import.meta.url))
}
