import { addProducts, multiplyAdd } from './multiply-add'

/*
 * States times the recurrent kernel in integers. A weight is a byte, w = scale * q with -127 <= q <= 127 and a scale
 * per column. A state is between -1 and 1 and has 7 bits, h = (s - 64) / 63 with 1 <= s <= 127. Therefore h x w = scale
 * / 63 * (q x s - 64 * sum of q). The second part is the product of the zero state; it is subtracted from the bias once
 * (see `setWeights`). Sums of integers are exact in any order.
 */

/** Number of adjacent columns in memory: four sums for each of two vectors. */
const BLOCK: i32 = 8
/** Number of steps from 0 to 1 of a state. */
const STEPS: f32 = 63.0
const MIDDLE: f32 = 64.0
/** As in `activation.ts`: adding it leaves the nearest integer in the lowest bits. */
const ROUNDER: f32 = 12582912.0

/**
 * Rounds a row-major matrix of four gates of `groupSize` columns to bytes, [block][four rows][column][row], and writes
 * the scale of each column. Each gate is padded to `paddedSize` columns. The target must be zero, and has `paddedSize`
 * rows.
 */
export function packQuantised(
  source: usize,
  rows: i32,
  groupSize: i32,
  paddedSize: i32,
  target: usize,
  scales: usize,
): void {
  const rowBytes = (<usize>(4 * groupSize)) << 2
  for (let group = 0; group < 4; group++) {
    for (let member = 0; member < groupSize; member++) {
      const column = group * paddedSize + member
      const first = source + ((<usize>(group * groupSize + member)) << 2)
      const scale = largest(first, rows, rowBytes) / 127
      store<f32>(scales + ((<usize>column) << 2), scale / STEPS)
      if (scale === 0) continue
      for (let row = 0; row < rows; row++) {
        const block = (column / BLOCK) * (paddedSize >> 2) + (row >> 2)
        const offset = (block * BLOCK + (column % BLOCK)) * 4 + (row & 3)
        store<i8>(target + <usize>offset, <i8>nearest(load<f32>(first + <usize>row * rowBytes) / scale))
      }
    }
  }
}

function largest(at: usize, rows: i32, rowBytes: usize): f32 {
  let most: f32 = 0
  for (let row = 0; row < rows; row++) most = max(most, abs(load<f32>(at + <usize>row * rowBytes)))
  return most
}

/** Writes `size` states, a multiple of four, as 7-bit values: four bytes every `stride` bytes. */
export function quantise(states: usize, size: i32, target: usize, stride: usize): void {
  const end = states + ((<usize>size) << 2)
  for (; states < end; states += 16) {
    const steps = f32x4.mul(v128.load(states), f32x4.splat(STEPS))
    const rounded = v128.and(f32x4.add(steps, f32x4.splat(ROUNDER + MIDDLE)), i32x4.splat(127))
    const words = i16x8.narrow_i32x4_s(rounded, rounded)
    v128.store32_lane(target, i8x16.narrow_i16x8_u(words, words), 0)
    target += stride
  }
}

function write(result: usize, sum: v128, scale: v128, start: usize): void {
  v128.store(result, multiplyAdd(f32x4.convert_i32x4_s(sum), scale, v128.load(start)))
}

/** result = start + scales * (row x matrix), for one row of bytes as `quantise` writes it with a stride of 4. */
export function multiplyQuantised(
  row: usize,
  size: i32,
  matrix: usize,
  scales: usize,
  columns: i32,
  start: usize,
  result: usize,
): void {
  const rowEnd = row + <usize>size
  const columnBytes = (<usize>columns) << 2
  for (let column: usize = 0; column < columnBytes; column += 4 * BLOCK) {
    let a = i32x4.splat(0)
    let b = i32x4.splat(0)
    for (let at = row; at < rowEnd; at += 4) {
      const x = v128.load32_splat(at)
      a = addProducts(a, v128.load(matrix), x)
      b = addProducts(b, v128.load(matrix, 16), x)
      matrix += 4 * BLOCK
    }
    write(result + column, a, v128.load(scales + column), start + column)
    write(result + column + 16, b, v128.load(scales + column, 16), start + column + 16)
  }
}

/** The same for four rows at once. Their bytes are interleaved in groups of four: `quantise` with a stride of 16. */
export function multiplyFourQuantised(
  rows: usize,
  size: i32,
  matrix: usize,
  scales: usize,
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
  const rowsEnd = rows + ((<usize>size) << 2)
  const columnBytes = (<usize>columns) << 2
  for (let column: usize = 0; column < columnBytes; column += 4 * BLOCK) {
    let a = i32x4.splat(0)
    let b = i32x4.splat(0)
    let c = i32x4.splat(0)
    let d = i32x4.splat(0)
    let e = i32x4.splat(0)
    let f = i32x4.splat(0)
    let g = i32x4.splat(0)
    let h = i32x4.splat(0)
    for (let at = rows; at < rowsEnd; at += 16) {
      const left = v128.load(matrix)
      const right = v128.load(matrix, 16)
      let x = v128.load32_splat(at)
      a = addProducts(a, left, x)
      b = addProducts(b, right, x)
      x = v128.load32_splat(at, 4)
      c = addProducts(c, left, x)
      d = addProducts(d, right, x)
      x = v128.load32_splat(at, 8)
      e = addProducts(e, left, x)
      f = addProducts(f, right, x)
      x = v128.load32_splat(at, 12)
      g = addProducts(g, left, x)
      h = addProducts(h, right, x)
      matrix += 4 * BLOCK
    }
    const low = v128.load(scales + column)
    const high = v128.load(scales + column, 16)
    write(result1 + column, a, low, start1 + column)
    write(result1 + column + 16, b, high, start1 + column + 16)
    write(result2 + column, c, low, start2 + column)
    write(result2 + column + 16, d, high, start2 + column + 16)
    write(result3 + column, e, low, start3 + column)
    write(result3 + column + 16, f, high, start3 + column + 16)
    write(result4 + column, g, low, start4 + column)
    write(result4 + column + 16, h, high, start4 + column + 16)
  }
}
