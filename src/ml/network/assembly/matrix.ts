import { multiplyAdd } from './multiply-add'

/** Number of adjacent columns in memory, so that the inner loop reads the matrix sequentially. */
const BLOCK: i32 = 16
const BLOCK_BYTES: usize = 4 * BLOCK

/**
 * Packs a row-major matrix, whose columns are `groups` of `groupSize` each, into blocks of `BLOCK` columns:
 * [block][row][column]. Each group is padded to `paddedSize` columns. The target must be zero.
 */
export function pack(source: usize, rows: i32, groups: i32, groupSize: i32, paddedSize: i32, target: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < groups; group++) {
      for (let member = 0; member < groupSize; member++) {
        const column = group * paddedSize + member
        const offset = ((column / BLOCK) * rows + row) * BLOCK + (column % BLOCK)
        store<f32>(target + ((<usize>offset) << 2), load<f32>(source))
        source += 4
      }
    }
  }
}

/** result = start + row x matrix, for a packed matrix of `size` rows and `columns` columns. */
export function multiply(row: usize, size: i32, matrix: usize, columns: i32, start: usize, result: usize): void {
  const rowEnd = row + ((<usize>size) << 2)
  const resultEnd = result + ((<usize>columns) << 2)
  while (result < resultEnd) {
    let a = v128.load(start)
    let b = v128.load(start, 16)
    let c = v128.load(start, 32)
    let d = v128.load(start, 48)
    for (let at = row; at < rowEnd; at += 4) {
      const x = v128.load32_splat(at)
      a = multiplyAdd(x, v128.load(matrix), a)
      b = multiplyAdd(x, v128.load(matrix, 16), b)
      c = multiplyAdd(x, v128.load(matrix, 32), c)
      d = multiplyAdd(x, v128.load(matrix, 48), d)
      matrix += BLOCK_BYTES
    }
    v128.store(result, a)
    v128.store(result, b, 16)
    v128.store(result, c, 32)
    v128.store(result, d, 48)
    start += BLOCK_BYTES
    result += BLOCK_BYTES
  }
}

/** Interleaves four rows of `size` as [index][row] for `multiplyFour`; `size` is a multiple of four. */
export function interleave(row1: usize, row2: usize, row3: usize, row4: usize, size: i32, target: usize): void {
  const bytes = (<usize>size) << 2
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(row1 + at)
    const b = v128.load(row2 + at)
    const c = v128.load(row3 + at)
    const d = v128.load(row4 + at)
    const lowAB = i32x4.shuffle(a, b, 0, 4, 1, 5)
    const highAB = i32x4.shuffle(a, b, 2, 6, 3, 7)
    const lowCD = i32x4.shuffle(c, d, 0, 4, 1, 5)
    const highCD = i32x4.shuffle(c, d, 2, 6, 3, 7)
    v128.store(target, i64x2.shuffle(lowAB, lowCD, 0, 2))
    v128.store(target, i64x2.shuffle(lowAB, lowCD, 1, 3), 16)
    v128.store(target, i64x2.shuffle(highAB, highCD, 0, 2), 32)
    v128.store(target, i64x2.shuffle(highAB, highCD, 1, 3), 48)
    target += 64
  }
}

/**
 * The same for four rows at once, each starting from a line of its own. The matrix is too large for the L1 cache and is
 * read only once. The rows are interleaved, so that one address serves all of them. Each block is processed twice, half
 * of its columns at a time, because eight sums and their operands fill the registers. The second pass finds the block
 * in the cache.
 */
export function multiplyFour(
  rows: usize,
  size: i32,
  matrix: usize,
  columns: i32,
  start1: usize,
  start2: usize,
  start3: usize,
  start4: usize,
  result1: usize,
  result2: usize,
  result3: usize,
  result4: usize,
): void {
  const rowsEnd = rows + ((<usize>size) << 4)
  const columnBytes = (<usize>columns) << 2
  for (let column: usize = 0; column < columnBytes; column += BLOCK_BYTES / 2) {
    let a = v128.load(start1 + column)
    let b = v128.load(start1 + column, 16)
    let c = v128.load(start2 + column)
    let d = v128.load(start2 + column, 16)
    let e = v128.load(start3 + column)
    let f = v128.load(start3 + column, 16)
    let g = v128.load(start4 + column)
    let h = v128.load(start4 + column, 16)
    const isSecondHalf = (column & (BLOCK_BYTES / 2)) !== 0
    let weights = isSecondHalf ? matrix + BLOCK_BYTES / 2 : matrix
    for (let at = rows; at < rowsEnd; at += 16) {
      const left = v128.load(weights)
      const right = v128.load(weights, 16)
      let x = v128.load32_splat(at)
      a = multiplyAdd(x, left, a)
      b = multiplyAdd(x, right, b)
      x = v128.load32_splat(at, 4)
      c = multiplyAdd(x, left, c)
      d = multiplyAdd(x, right, d)
      x = v128.load32_splat(at, 8)
      e = multiplyAdd(x, left, e)
      f = multiplyAdd(x, right, f)
      x = v128.load32_splat(at, 12)
      g = multiplyAdd(x, left, g)
      h = multiplyAdd(x, right, h)
      weights += BLOCK_BYTES
    }
    v128.store(result1 + column, a)
    v128.store(result1 + column, b, 16)
    v128.store(result2 + column, c)
    v128.store(result2 + column, d, 16)
    v128.store(result3 + column, e)
    v128.store(result3 + column, f, 16)
    v128.store(result4 + column, g)
    v128.store(result4 + column, h, 16)
    if (isSecondHalf) matrix += <usize>size * BLOCK_BYTES
  }
}

/** sum = one + other, for lines of `columns`. */
export function add(one: usize, other: usize, columns: i32, sum: usize): void {
  const bytes = (<usize>columns) << 2
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(sum + at, f32x4.add(v128.load(one + at), v128.load(other + at)))
  }
}
