import { add, multiply, pack } from './matrix'
import { reserve } from './memory'
import { multiplyQuantised, packQuantised, quantise } from './quantised'
import { embeddingSize, floats, gateColumns, hiddenSize, isQuantised, markCount, tableLines, units } from './sizes'
import { vectorOf } from './words'

/** An LSTM that reads the rows from one side: its weights, packed, and what it has worked out so far about words. */
@unmanaged
export class Direction {
  /** From one token to the next: 1, or -1 for the direction that starts at the end. */
  stride: i32
  inputKernel: usize
  recurrentKernel: usize
  /** Of the recurrent kernel's columns, where it is in bytes. */
  scales: usize
  /** What the zero state comes to: nothing, unless states are bytes, whose zero is in the middle. */
  zeroProduct: usize
  gateBias: usize
  /** What the marks add to the gates' sums: a line for each combination of bits. */
  markTable: usize
  /** Bias and input half of the gates' sums for the first `tableLines` words; a line is filled when its word is first met. */
  wordTable: usize
  /** A byte for each line. */
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

/** Takes in Keras's three tensors. The kernel's last rows belong to the marks. */
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

/** Every product of states has it in it, and so no input does. */
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
 * Address of what a word and its marks put into the gates' sums: in the table where the word is frequent and unmarked, else at
 * `scratch`. Vocabularies are in the order of frequency, so that nearly all words met are in the table.
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
