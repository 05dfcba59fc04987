import type { PooledShape } from './shape.ts'

/** Vectors of the words: a fixed part from packages, and a learnt part that starts at zero. */
export interface WordTable {
  /** [vocabularySize, wordSize] and [vocabularySize, lexiconSize]; row 0, the unknown word, is zero. */
  readonly fixed: Float32Array
  readonly lexicon: Float32Array
  /** [vocabularySize, wordSize] */
  readonly learnt: Float32Array
}

/** Gradients of the rows that a batch touched. */
export interface RowGradients {
  readonly rows: Int32Array
  /** [rows, wordSize] */
  readonly values: Float32Array
}

/** Sums the gradients of a batch's words. The order of the tokens is fixed, so that sums are reproducible. */
export class RowGradientSum {
  readonly #wordSize: number
  readonly #slots: Int32Array
  #rows: number[] = []
  #values: Float32Array

  constructor({ vocabularySize, wordSize }: PooledShape, capacity: number) {
    this.#wordSize = wordSize
    this.#slots = new Int32Array(vocabularySize).fill(-1)
    this.#values = new Float32Array(capacity * wordSize)
  }

  /** Adds `factors` x `slopes[from ...]` to the row of a word. */
  add(row: number, slopes: Float32Array, from: number, factors: Float32Array, factorsFrom: number): void {
    const size = this.#wordSize
    let slot = this.#slots[row] as number
    if (slot === -1) {
      slot = this.#rows.length
      this.#slots[row] = slot
      this.#rows.push(row)
      if ((slot + 1) * size > this.#values.length) this.#grow()
    }
    const values = this.#values
    for (let i = 0; i < size; i++) {
      values[slot * size + i] =
        (values[slot * size + i] as number) + (slopes[from + i] as number) * (factors[factorsFrom + i] as number)
    }
  }

  /** Returns the sums since the last call. */
  take(): RowGradients {
    const rows = Int32Array.from(this.#rows)
    const values = this.#values.slice(0, rows.length * this.#wordSize)
    for (const row of rows) this.#slots[row] = -1
    this.#values.fill(0, 0, values.length)
    this.#rows = []
    return { rows, values }
  }

  #grow(): void {
    const larger = new Float32Array(2 * this.#values.length)
    larger.set(this.#values)
    this.#values = larger
  }
}
