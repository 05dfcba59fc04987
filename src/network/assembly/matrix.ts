/** Columns that stand together in memory, so that the inner loop reads the matrix from front to back. */
export const BLOCK: i32 = 16

/**
 * Rearranges a row-major matrix whose columns are `groups` of `groupSize` each to blocks of `BLOCK` columns, [block][row][column],
 * with each group widened to `paddedSize` columns. The target is expected to be zero.
 */
export function pack(source: usize, rows: i32, groups: i32, groupSize: i32, paddedSize: i32, target: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < groups; group++) {
      for (let member = 0; member < groupSize; member++) {
        const column = group * paddedSize + member
        const place = ((column / BLOCK) * rows + row) * BLOCK + (column % BLOCK)
        store<f32>(target + ((<usize>place) << 2), load<f32>(source))
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
      a = f32x4.add(a, f32x4.mul(x, v128.load(matrix)))
      b = f32x4.add(b, f32x4.mul(x, v128.load(matrix, 16)))
      c = f32x4.add(c, f32x4.mul(x, v128.load(matrix, 32)))
      d = f32x4.add(d, f32x4.mul(x, v128.load(matrix, 48)))
      matrix += 64
    }
    v128.store(result, a)
    v128.store(result, b, 16)
    v128.store(result, c, 32)
    v128.store(result, d, 48)
    start += 64
    result += 64
  }
}

/** The same for two rows at once: the matrix, which is too big for the nearest cache, is read only once. */
export function multiplyPair(
  row: usize,
  otherRow: usize,
  size: i32,
  matrix: usize,
  columns: i32,
  start: usize,
  otherStart: usize,
  result: usize,
  otherResult: usize,
): void {
  const rowEnd = row + ((<usize>size) << 2)
  const resultEnd = result + ((<usize>columns) << 2)
  while (result < resultEnd) {
    let a = v128.load(start)
    let b = v128.load(start, 16)
    let c = v128.load(start, 32)
    let d = v128.load(start, 48)
    let e = v128.load(otherStart)
    let f = v128.load(otherStart, 16)
    let g = v128.load(otherStart, 32)
    let h = v128.load(otherStart, 48)
    let otherAt = otherRow
    for (let at = row; at < rowEnd; at += 4) {
      const x = v128.load32_splat(at)
      const y = v128.load32_splat(otherAt)
      let weight = v128.load(matrix)
      a = f32x4.add(a, f32x4.mul(x, weight))
      e = f32x4.add(e, f32x4.mul(y, weight))
      weight = v128.load(matrix, 16)
      b = f32x4.add(b, f32x4.mul(x, weight))
      f = f32x4.add(f, f32x4.mul(y, weight))
      weight = v128.load(matrix, 32)
      c = f32x4.add(c, f32x4.mul(x, weight))
      g = f32x4.add(g, f32x4.mul(y, weight))
      weight = v128.load(matrix, 48)
      d = f32x4.add(d, f32x4.mul(x, weight))
      h = f32x4.add(h, f32x4.mul(y, weight))
      matrix += 64
      otherAt += 4
    }
    v128.store(result, a)
    v128.store(result, b, 16)
    v128.store(result, c, 32)
    v128.store(result, d, 48)
    v128.store(otherResult, e)
    v128.store(otherResult, f, 16)
    v128.store(otherResult, g, 32)
    v128.store(otherResult, h, 48)
    start += 64
    otherStart += 64
    result += 64
    otherResult += 64
  }
}
