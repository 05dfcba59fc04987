/*
 * Inference of two kinds of networks for rows of different lengths, in float32 with SIMD. An LSTM reads words (and
 * marks). The plain network computes its output from the last state. The pooled network has a second, backward LSTM,
 * and computes its output from the maximum and the means of all states.
 *
 * Four things make it fast. (1) The input half of the gates (word vector x kernel + bias) depends only on the word, so
 * it is cached in a table for frequent words; the marks have a table too. (2) The recurrent kernel is read once for
 * four rows. Four lanes run side by side, and a lane that finishes its row takes the next one, so padding is never
 * computed. The backward direction runs after the forward one has finished all rows, so only one matrix is in use. (3)
 * If training padded with unmasked zeros in front, the state after k zeros depends only on k. These states and their
 * products are tables too: the first token of a row needs no product. (4) With relaxed SIMD, multiply-add is one
 * instruction. The program is compiled twice, see `multiply-add.ts`. Networks can also run in int8, see `quantised.ts`.
 *
 * Every sum is computed in the same order, regardless of the other lanes: the result of a row does not depend on its
 * batch.
 *
 * The host sets the sizes, calls `configure`, writes the weights file to `weights`, passes the addresses of the tensors
 * to the `set` functions, and calls `prepare`. For each batch it fills the arrays from `lengths` to `marks` and calls
 * `predict`.
 */
import { answerFrom } from './dense'
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports
import { createDirection, Direction, inputOf, setWeights } from './direction'
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports
import { createLane, Lane, poolState, startPooling, updateState, writeFeatures } from './lane'
import { add } from './matrix'
import { reserve } from './memory'
import { multiplyState, multiplyStates, reserveStates } from './recurrence'
import {
  deriveSizes,
  featureSize,
  floats,
  gateColumns,
  hiddenSize,
  isPooled,
  mostPads,
  mostRows,
  mostTokens,
  outputs,
  stateBytes,
  units,
  weightBytes,
} from './sizes'

export { setDense, setHeads } from './dense'
export {
  denseSize,
  embeddingSize,
  hiddenSize,
  isPooled,
  isQuantised,
  markCount,
  mostPads,
  mostRows,
  mostTokens,
  outputs,
  tableLines,
  weightBytes,
} from './sizes'
export { setWords } from './words'

/** The weights file, unchanged. */
export let weights: usize = 0
// A batch. For each row: its number of tokens, its context and the context's head (int32).
export let lengths: usize = 0
export let contexts: usize = 0
export let heads: usize = 0
// For each token, row after row: its id (int32) and its marks (a byte). Then the probabilities, a line per row.
export let tokens: usize = 0
export let marks: usize = 0
export let probabilities: usize = 0

let padStates: usize = 0
let padProducts: usize = 0
/** Rows from the longest to the shortest, and the offset of each row's tokens. */
let order: usize = 0
let firstTokens: usize = 0
/** The pooled states of each row of the batch, `featureSize` floats a row: the input of the layers behind them. */
export let features: usize = 0
let forward = changetype<Direction>(0)
let backward = changetype<Direction>(0)
let lane1 = changetype<Lane>(0)
let lane2 = changetype<Lane>(0)
let lane3 = changetype<Lane>(0)
let lane4 = changetype<Lane>(0)

// Number of rows in the current batch.
let rowCount: i32 = 0
/** Index in `order` of the next row. */
let nextIndex: i32 = 0

/** Lays out the memory. It still grows in the `set` functions, and never after that. */
export function configure(): void {
  deriveSizes()
  weights = reserve((weightBytes + 3) >> 2)
  lengths = reserve(mostRows)
  contexts = reserve(mostRows)
  heads = reserve(mostRows)
  tokens = reserve(mostTokens)
  marks = reserve((mostTokens + 3) >> 2)
  probabilities = reserve(mostRows * outputs)
  features = reserve(mostRows * featureSize)
  reserveStates()
  padStates = reserve((mostPads + 1) * 2 * units)
  padProducts = reserve((mostPads + 1) * gateColumns)
  order = reserve(mostRows)
  firstTokens = reserve(mostRows)
  forward = createDirection(1)
  if (isPooled) backward = createDirection(-1)
  lane1 = createLane()
  lane2 = createLane()
  lane3 = createLane()
  lane4 = createLane()
}

export function setForward(kernel: usize, recurrentKernel: usize, bias: usize): void {
  setWeights(forward, kernel, recurrentKernel, bias)
}
export function setBackward(kernel: usize, recurrentKernel: usize, bias: usize): void {
  setWeights(backward, kernel, recurrentKernel, bias)
}

/** Computes the states that padding produces, and their products; the first state, without padding, is zero. */
export function prepare(): void {
  const lane = lane1
  memory.copy(padProducts, forward.zeroProduct, floats(gateColumns))
  for (let pads = 1; pads <= mostPads; pads++) {
    memory.copy(lane.hidden, statesAfter(pads - 1), stateBytes)
    add(inputOf(forward, 0, 0, lane.scratch), productAfter(pads - 1), gateColumns, lane.gates)
    updateState(lane)
    memory.copy(statesAfter(pads), lane.hidden, stateBytes)
    memory.fill(lane.scratch, 0, floats(gateColumns))
    multiplyState(forward, lane, lane.scratch, productAfter(pads))
  }
}

/** Computes the probabilities of the first `rows` rows of the batch. */
export function predict(rows: i32): void {
  rowCount = rows
  sortByLength()
  run(forward)
  if (isPooled) run(backward)
  for (let row = 0; row < rows; row++) {
    const context = load<i32>(contexts + floats(row))
    const head = load<i32>(heads + floats(row))
    answerFrom(featuresOf(row), context, head, probabilities + floats(row * outputs))
  }
}

/**
 * Insertion sort, longest first: lanes then finish within a few tokens of each other, so few steps run for a single
 * row.
 */
function sortByLength(): void {
  let token = 0
  for (let row = 0; row < rowCount; row++) {
    const length = lengthOf(row)
    store<i32>(firstTokens + floats(row), token)
    token += length
    let index = row
    for (; index > 0 && lengthOf(rowAt(index - 1)) < length; index--)
      store<i32>(order + floats(index), rowAt(index - 1))
    store<i32>(order + floats(index), row)
  }
}

/** Runs all rows through one direction, four at a time; the remaining rows one by one. */
function run(direction: Direction): void {
  nextIndex = 0
  let isBusy1 = takeRow(direction, lane1)
  let isBusy2 = takeRow(direction, lane2)
  let isBusy3 = takeRow(direction, lane3)
  let isBusy4 = takeRow(direction, lane4)
  while (isBusy1 && isBusy2 && isBusy3 && isBusy4) {
    stepFour(direction)
    if (lane1.tokensLeft === 0) isBusy1 = takeNext(direction, lane1)
    if (lane2.tokensLeft === 0) isBusy2 = takeNext(direction, lane2)
    if (lane3.tokensLeft === 0) isBusy3 = takeNext(direction, lane3)
    if (lane4.tokensLeft === 0) isBusy4 = takeNext(direction, lane4)
  }
  if (isBusy1) finish(direction, lane1)
  if (isBusy2) finish(direction, lane2)
  if (isBusy3) finish(direction, lane3)
  if (isBusy4) finish(direction, lane4)
}

function takeNext(direction: Direction, lane: Lane): bool {
  writeFeatures(lane, featuresFor(direction, lane))
  return takeRow(direction, lane)
}

/**
 * Puts the next row with tokens into the lane, in the state after its padding and its first token. Rows that end there
 * are skipped.
 */
function takeRow(direction: Direction, lane: Lane): bool {
  while (nextIndex < rowCount) {
    const row = rowAt(nextIndex++)
    const length = lengthOf(row)
    const first = load<i32>(firstTokens + floats(row))
    const pads = max(mostPads - length, 0)
    lane.row = row
    lane.length = length
    lane.tokensLeft = length
    lane.nextToken = direction === backward ? first + length - 1 : first
    memory.copy(lane.hidden, statesAfter(pads), stateBytes)
    if (isPooled) startPooling(lane)
    if (length > 0) firstStep(direction, lane, pads)
    if (lane.tokensLeft > 0) return true
    writeFeatures(lane, featuresFor(direction, lane))
  }
  return false
}

/** From a state whose product is already known. */
function firstStep(direction: Direction, lane: Lane, pads: i32): void {
  readInput(direction, lane)
  const product = direction === backward ? direction.zeroProduct : productAfter(pads)
  add(lane.input, product, gateColumns, lane.gates)
  advance(direction, lane)
}

function finish(direction: Direction, lane: Lane): void {
  while (lane.tokensLeft > 0) {
    readInput(direction, lane)
    multiplyState(direction, lane, lane.input, lane.gates)
    advance(direction, lane)
  }
  writeFeatures(lane, featuresFor(direction, lane))
}

function stepFour(direction: Direction): void {
  readInput(direction, lane1)
  readInput(direction, lane2)
  readInput(direction, lane3)
  readInput(direction, lane4)
  multiplyStates(direction, lane1, lane2, lane3, lane4)
  advance(direction, lane1)
  advance(direction, lane2)
  advance(direction, lane3)
  advance(direction, lane4)
}

function readInput(direction: Direction, lane: Lane): void {
  lane.input = inputOf(direction, wordOf(lane), marksOf(lane), lane.scratch)
}

/** Computes the next state from the gates' sums, and moves to the next token. */
function advance(direction: Direction, lane: Lane): void {
  updateState(lane)
  if (isPooled) poolState(lane, (marksOf(lane) & 1) === 1)
  lane.nextToken += direction.stride
  lane.tokensLeft--
}

function wordOf(lane: Lane): i32 {
  return load<i32>(tokens + floats(lane.nextToken))
}

function marksOf(lane: Lane): i32 {
  return load<u8>(marks + <usize>lane.nextToken)
}

function lengthOf(row: i32): i32 {
  return load<i32>(lengths + floats(row))
}

function rowAt(index: i32): i32 {
  return load<i32>(order + floats(index))
}

function productAfter(pads: i32): usize {
  return padProducts + floats(pads * gateColumns)
}

function statesAfter(pads: i32): usize {
  return padStates + <usize>pads * stateBytes
}

function featuresOf(row: i32): usize {
  return features + floats(row * featureSize)
}

/** In each pair of vectors, the second one belongs to the backward direction. */
function featuresFor(direction: Direction, lane: Lane): usize {
  return featuresOf(lane.row) + (direction === backward ? floats(hiddenSize) : 0)
}
