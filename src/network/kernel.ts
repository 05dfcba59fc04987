import { readFile } from 'node:fs/promises'
import type { Model } from './load-model.ts'

/** What `assembly/kernel.ts` exports; addresses are byte offsets in `memory`. */
interface KernelExports {
  readonly memory: WebAssembly.Memory
  configure(
    vocabularySize: number,
    embeddingSize: number,
    hiddenSize: number,
    outputs: number,
    maxTokens: number,
    mostRows: number,
    isPadded: boolean,
  ): void
  prepare(): void
  predict(rows: number): void
  weightsAddress(): number
  lengthsAddress(): number
  tokensAddress(): number
  probabilitiesAddress(): number
}

/** Answers rows of token ids on the calling thread. See `Engine.predict` for the shapes. */
export type Kernel = (rows: readonly Int32Array[]) => Float32Array

/** Rows that one call into WebAssembly takes; more only make the last lane's wait for its neighbour rarer. */
const ROWS_PER_CALL = 64

/** Instantiates the WebAssembly kernel with a model's weights and computes its tables. */
export async function createKernel({ manifest, weights }: Model): Promise<Kernel> {
  const { instance } = await WebAssembly.instantiate(await readFile(new URL('./kernel.wasm', import.meta.url)))
  const kernel = instance.exports as unknown as KernelExports
  const { vocabularySize, embeddingSize, hiddenSize, padding } = manifest.network
  const { maxTokens } = manifest.preprocessing
  const outputs = manifest.labels.length
  kernel.configure(vocabularySize, embeddingSize, hiddenSize, outputs, maxTokens, ROWS_PER_CALL, padding !== 'none')
  new Float32Array(kernel.memory.buffer, kernel.weightsAddress(), weights.length).set(weights)
  kernel.prepare()

  // Views are made once: the kernel never grows its memory after `configure`.
  const lengths = new Int32Array(kernel.memory.buffer, kernel.lengthsAddress(), ROWS_PER_CALL)
  const tokens = new Int32Array(kernel.memory.buffer, kernel.tokensAddress(), ROWS_PER_CALL * maxTokens)
  const answers = new Float32Array(kernel.memory.buffer, kernel.probabilitiesAddress(), ROWS_PER_CALL * outputs)

  return rows => {
    checkRows(rows, maxTokens, vocabularySize)
    const probabilities = new Float32Array(rows.length * outputs)
    for (let start = 0; start < rows.length; start += ROWS_PER_CALL) {
      const part = rows.slice(start, start + ROWS_PER_CALL)
      let end = 0
      for (const [index, row] of part.entries()) {
        lengths[index] = row.length
        tokens.set(row, end)
        end += row.length
      }
      kernel.predict(part.length)
      probabilities.set(answers.subarray(0, part.length * outputs), start * outputs)
    }
    return probabilities
  }
}

/** The kernel trusts what it reads: a stray id would read another table's memory and answer nonsense. */
function checkRows(rows: readonly Int32Array[], maxTokens: number, vocabularySize: number): void {
  for (const [index, row] of rows.entries()) {
    if (row.length > maxTokens) {
      throw new RangeError(`Row ${index} has ${row.length} tokens; the model reads at most ${maxTokens}.`)
    }
    const stray = row.find(id => !(id >= 0 && id < vocabularySize))
    if (stray !== undefined) {
      throw new RangeError(`Row ${index} has token id ${stray}; the model knows 0 to ${vocabularySize - 1}.`)
    }
  }
}
