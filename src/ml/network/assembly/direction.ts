import { add, multiply, pack } from './matrix'
import { reserve } from './memory'
import { multiplyQuantised, packQuantised, quantise } from './quantised'
import { embeddingSize, floats, gateColumns, hiddenSize, isQuantised, markCount, tableLines, units } from './sizes'
import { vectorOf } from './words'

/** An LSTM that reads rows in one direction: its packed weights, and its cached word projections. */
@unmanaged
export class Direction {
  /** Step from one token to the next: 1, or -1 for the backward direction. */
  stride: i32
  inputKernel: usize
  recurrentKernel: usize
  /** Scales of the recurrent kernel's columns, if it is quantised. */
  scales: usize
  /** The product of the zero state: zero, unless states are bytes, whose zero is in the middle. */
  zeroProduct: usize
  gateBias: usize
  /** Contribution of the marks to the gates' sums: a line for each combination of bits. */
  markTable: usize
  /** Bias and input half of the gates' sums for the first `tableLines` words; a line is filled on first use. */
  wordTable: usize
  /** A byte per line. */
  isFilled: usize
}

const HEADER_FLOATS = 16

export function createDirection(stride: i32): Direction {
  const direction = changetype<Direction>(reserve(HEADER_FLOATS))
  direction.stride = stride
  direction.inputKernel = reserve(embeddingSize * gateColumns)
  direction.recurrentKernel = reserve(units * gateColumns)
  direction.scales = reserve(gateColumns)
  direction.zeroProduct = reserve(gateColumns)
  direction.gateBias = reserve(gateColumns)
  direction.markTable = reserve((1 << markCount) * gateColumns)
  direction.isFilled = reserve((tableLines + 3) >> 2)
  direction.wordTable = reserve(tableLines * gateColumns)
  return direction
}

/** Packs Keras's three tensors. The last rows of the kernel belong to the marks. */
export function setWeights(direction: Direction, kernel: usize, recurrentKernel: usize, bias: usize): void {
  pack(kernel, embeddingSize, 4, hiddenSize, units, direction.inputKernel)
  pack(bias, 1, 4, hiddenSize, units, direction.gateBias)
  if (isQuantised) {
    packQuantised(recurrentKernel, hiddenSize, hiddenSize, units, direction.recurrentKernel, direction.scales)
    subtractZeroProduct(direction)
  } else {
    pack(recurrentKernel, hiddenSize, 4, hiddenSize, units, direction.recurrentKernel)
  }
  let markRow = kernel + floats(4 * embeddingSize * hiddenSize)
  for (let bits = 1; bits < 1 << markCount; bits++) {
    const others = bits & (bits - 1)
    if (others === 0) {
      pack(markRow, 1, 4, hiddenSize, units, markLine(direction, bits))
      markRow += floats(4 * hiddenSize)
    } else {
      add(markLine(direction, others), markLine(direction, bits ^ others), gateColumns, markLine(direction, bits))
    }
  }
}

/** Every product of states includes it, so it is subtracted from the bias once. */
function subtractZeroProduct(direction: Direction): void {
  const zeroProduct = direction.zeroProduct
  const gateBias = direction.gateBias
  const zeros = reserve(units)
  const states = reserve(units)
  quantise(zeros, units, states, 4)
  multiplyQuantised(states, units, direction.recurrentKernel, direction.scales, gateColumns, zeroProduct, zeroProduct)
  for (let at: usize = 0; at < floats(gateColumns); at += 16) {
    v128.store(gateBias + at, f32x4.sub(v128.load(gateBias + at), v128.load(zeroProduct + at)))
  }
}

/**
 * Address of the contribution of a word and its marks to the gates' sums: in the table for a frequent, unmarked word,
 * otherwise at `scratch`. Vocabularies are sorted by frequency, so the table covers nearly all words.
 */
export function inputOf(direction: Direction, word: i32, marks: i32, scratch: usize): usize {
  let line = scratch
  if (word < tableLines) {
    line = direction.wordTable + floats(word * gateColumns)
    if (load<u8>(direction.isFilled + <usize>word) === 0) {
      project(direction, word, line)
      store<u8>(direction.isFilled + <usize>word, 1)
    }
  } else {
    project(direction, word, line)
  }
  if (marks === 0) return line
  add(line, markLine(direction, marks), gateColumns, scratch)
  return scratch
}

function project(direction: Direction, word: i32, line: usize): void {
  multiply(vectorOf(word), embeddingSize, direction.inputKernel, gateColumns, direction.gateBias, line)
}

function markLine(direction: Direction, bits: i32): usize {
  return direction.markTable + floats(bits * gateColumns)
}
