/** Smaller pivots are rounding errors of 0. */
const SMALLEST_PIVOT = 1e-9

/** The inverse of a square matrix by Gauss-Jordan elimination with row exchanges. Null if it has none. */
export function invert(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length
  const rows = matrix.map((row, index) => [...row, ...matrix.map((_, column) => Number(column === index))])
  for (let column = 0; column < size; column++) {
    const sizeOf = (row: number) => Math.abs(rows[row]?.[column] ?? 0)
    let best = column
    for (let row = column + 1; row < size; row++) if (sizeOf(row) > sizeOf(best)) best = row
    const pivotRow = rows[best]
    const pivot = pivotRow?.[column] ?? 0
    if (pivotRow === undefined || Math.abs(pivot) < SMALLEST_PIVOT) return null
    rows[best] = rows[column] as number[]
    rows[column] = pivotRow.map(value => value / pivot)
    eliminate(rows, column)
  }
  return rows.map(row => row.slice(size))
}

function eliminate(rows: number[][], column: number): void {
  const pivotRow = rows[column] as number[]
  for (const [index, row] of rows.entries()) {
    const factor = row[column] ?? 0
    if (index === column || factor === 0) continue
    rows[index] = row.map((value, at) => value - factor * (pivotRow[at] ?? 0))
  }
}
