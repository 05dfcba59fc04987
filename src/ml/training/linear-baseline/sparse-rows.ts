/** A sparse matrix by rows: row r has the values `values[i]` in the columns `columns[i]`, for i from `starts[r]` to `starts[r + 1] - 1`. */
export interface SparseRows {
  readonly starts: Float64Array
  readonly columns: Int32Array
  readonly values: Float32Array
}

/** Grows as rows are added, because the number of entries is not known in advance. */
export class SparseRowsBuilder {
  private columns = new Int32Array(1 << 16)
  private values = new Float32Array(1 << 16)
  private readonly starts: number[] = [0]
  private end = 0

  /** Adds an entry to the current row. */
  push(column: number, value: number): void {
    if (this.end === this.columns.length) this.grow()
    this.columns[this.end] = column
    this.values[this.end++] = value
  }

  endRow(): void {
    this.starts.push(this.end)
  }

  build(): SparseRows {
    return {
      starts: Float64Array.from(this.starts),
      columns: this.columns.subarray(0, this.end),
      values: this.values.subarray(0, this.end),
    }
  }

  private grow(): void {
    const columns = new Int32Array(2 * this.end)
    const values = new Float32Array(2 * this.end)
    columns.set(this.columns)
    values.set(this.values)
    this.columns = columns
    this.values = values
  }
}
