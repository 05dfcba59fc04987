/*
 * Two kinds of networks for rows of different lengths, in float32 with SIMD. Words (and marks) go through an LSTM. The plain kind asks
 * the last state for the answer; the pooled kind runs a second LSTM from the end, and asks the maximum and the means of all states.
 *
 * Three things make it fast. The input half of the gates (word vector x kernel + bias) depends on the word alone, so it is a table with
 * one line for each frequent word, and likewise for the marks. The recurrent half is read once for two rows: two lanes run side by
 * side, and a lane that has finished its row takes the next, so that no padding is ever computed; the second direction comes after the
 * first is through with all rows, so that only one matrix is in use. And where training padded with unmasked zeros in front, the state
 * after k zeros depends on k alone, so that it is a table as well.
 *
 * Every sum is taken in the same order whatever stands in the other lane: a row's result does not depend on its batch.
 *
 * The host sets the sizes, calls `configure`, writes the weights file to `weights`, says with the `set` functions at which addresses
 * the tensors are, and calls `prepare`. For each batch it fills `lengths` to `heads` and calls `predict`.
 */
import { answerFrom } from './dense'
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports
import { createDirection, Direction, inputOf, setWeights } from './direction'
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports
import { createLane, Lane, poolState, startPooling, updateState, writeFeatures } from './lane'
import { multiply, multiplyPair } from './matrix'
import { reserve } from './memory'
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
  markCount,
  mostPads,
  mostRows,
  mostTokens,
  outputs,
  tableLines,
  weightBytes,
} from './sizes'
export { setWords } from './words'

/** The weights file as it is. */
export let weights: usize = 0
// A batch: for each row its number of tokens, its context and the head that the context asks (int32)...
export let lengths: usize = 0
export let contexts: usize = 0
export let heads: usize = 0
// ... for each token, one row after the other, its id (int32) and its marks (a byte); and the answers, a line for each row.
export let tokens: usize = 0
export let marks: usize = 0
export let probabilities: usize = 0

let padStates: usize = 0
let features: usize = 0
let forward = changetype<Direction>(0)
let backward = changetype<Direction>(0)
let firstLane = changetype<Lane>(0)
let secondLane = changetype<Lane>(0)

// The batch in work.
let rowCount: i32 = 0
let nextRow: i32 = 0
let nextToken: i32 = 0

/** Lays out the memory. It grows a little more in the `set` functions, and then never again. */
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
  padStates = reserve((mostPads + 1) * 2 * units)
  forward = createDirection(1)
  if (isPooled) backward = createDirection(-1)
  firstLane = createLane()
  secondLane = createLane()
}

export function setForward(kernel: usize, recurrentKernel: usize, bias: usize): void {
  setWeights(forward, kernel, recurrentKernel, bias)
}
export function setBackward(kernel: usize, recurrentKernel: usize, bias: usize): void {
  setWeights(backward, kernel, recurrentKernel, bias)
}

/** The states that padding leaves behind; the first of them, after none, is zero. */
export function prepare(): void {
  const lane = firstLane
  for (let pads = 1; pads <= mostPads; pads++) {
    memory.copy(lane.hidden, statesAfter(pads - 1), stateBytes)
    const input = inputOf(forward, 0, 0, lane.input)
    multiply(lane.hidden, hiddenSize, forward.recurrentKernel, gateColumns, input, lane.gates)
    updateState(lane)
    memory.copy(statesAfter(pads), lane.hidden, stateBytes)
  }
}

/** Answers the first `rows` rows of the batch. */
export function predict(rows: i32): void {
  rowCount = rows
  run(forward)
  if (isPooled) run(backward)
  for (let row = 0; row < rows; row++) {
    const context = load<i32>(contexts + floats(row))
    const head = load<i32>(heads + floats(row))
    answerFrom(featuresOf(row), context, head, probabilities + floats(row * outputs))
  }
}

/** Takes all rows through one direction. */
function run(direction: Direction): void {
  const first = firstLane
  const second = secondLane
  nextRow = 0
  nextToken = 0
  let isFirstBusy = takeRow(direction, first)
  let isSecondBusy = takeRow(direction, second)
  while (isFirstBusy && isSecondBusy) {
    stepPair(direction, first, second)
    if (first.tokensLeft === 0) {
      writeFeatures(first, featuresFor(direction, first))
      isFirstBusy = takeRow(direction, first)
    }
    if (second.tokensLeft === 0) {
      writeFeatures(second, featuresFor(direction, second))
      isSecondBusy = takeRow(direction, second)
    }
  }
  if (isFirstBusy) finish(direction, first)
  if (isSecondBusy) finish(direction, second)
}

/** Puts the next row with tokens into the lane, in the state that its padding leaves behind; rows without any are done on the way. */
function takeRow(direction: Direction, lane: Lane): bool {
  while (nextRow < rowCount) {
    const length = load<i32>(lengths + floats(nextRow))
    lane.row = nextRow
    lane.length = length
    lane.tokensLeft = length
    lane.nextToken = direction === backward ? nextToken + length - 1 : nextToken
    memory.copy(lane.hidden, statesAfter(max(mostPads - length, 0)), stateBytes)
    if (isPooled) startPooling(lane)
    nextRow++
    nextToken += length
    if (length > 0) return true
    writeFeatures(lane, featuresFor(direction, lane))
  }
  return false
}

function finish(direction: Direction, lane: Lane): void {
  while (lane.tokensLeft > 0) {
    const input = inputOf(direction, wordOf(lane), marksOf(lane), lane.input)
    multiply(lane.hidden, hiddenSize, direction.recurrentKernel, gateColumns, input, lane.gates)
    advance(direction, lane)
  }
  writeFeatures(lane, featuresFor(direction, lane))
}

function stepPair(direction: Direction, first: Lane, second: Lane): void {
  const firstInput = inputOf(direction, wordOf(first), marksOf(first), first.input)
  const secondInput = inputOf(direction, wordOf(second), marksOf(second), second.input)
  multiplyPair(
    first.hidden,
    second.hidden,
    hiddenSize,
    direction.recurrentKernel,
    gateColumns,
    firstInput,
    secondInput,
    first.gates,
    second.gates,
  )
  advance(direction, first)
  advance(direction, second)
}

/** From the gates' sums to the next state, and on to the next token. */
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

function statesAfter(pads: i32): usize {
  return padStates + <usize>pads * stateBytes
}

function featuresOf(row: i32): usize {
  return features + floats(row * featureSize)
}

/** Of each pair of vectors the second belongs to the direction from the end. */
function featuresFor(direction: Direction, lane: Lane): usize {
  return featuresOf(lane.row) + (direction === backward ? floats(hiddenSize) : 0)
}
