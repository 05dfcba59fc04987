/*
 * Embedding > LSTM > Dense > softmax for rows of different lengths, in float32 with SIMD.
 *
 * Three things make it fast. The input half of the gates (embedding x kernel + bias) depends on the word alone, so it is a table with
 * one line for each word. The recurrent half is read once for two rows: two lanes run side by side, and a lane that has finished its
 * row takes the next, so that no padding is ever computed. And where training padded with unmasked zeros in front, the state after k
 * zeros depends on k alone, so that it is a table as well.
 *
 * Every sum is taken in the same order whatever stands in the other lane: a row's result does not depend on its batch.
 */
import { answerFrom } from './dense'
// biome-ignore lint/style/useImportType: AssemblyScript has no type imports
import { Lane, laneAt, laneFloats, updateState } from './lane'
import { multiply, multiplyPair, pack } from './matrix'

// Sizes. `units` is hiddenSize rounded up so that the gates fill whole blocks; weights and states of the units added are zero.
let vocabularySize: i32 = 0
let embeddingSize: i32 = 0
let hiddenSize: i32 = 0
let outputs: i32 = 0
let maxTokens: i32 = 0
let isPadded: bool = false
let units: i32 = 0
let gateColumns: i32 = 0
let stateBytes: i32 = 0

// Where things are: what the host writes and reads, the tables, the lanes.
let weights: usize = 0
let lengths: usize = 0
let tokens: usize = 0
let probabilities: usize = 0
let wordTable: usize = 0
let padStates: usize = 0
let inputKernel: usize = 0
let recurrentKernel: usize = 0
let gateBias: usize = 0
let denseKernel: usize = 0
let denseBias: usize = 0
let firstLane: usize = 0
let secondLane: usize = 0
let memoryEnd: usize = 0

// The batch in work.
let rowCount: i32 = 0
let nextRow: i32 = 0
let nextToken: usize = 0

export function weightsAddress(): usize {
  return weights
}
export function lengthsAddress(): usize {
  return lengths
}
export function tokensAddress(): usize {
  return tokens
}
export function probabilitiesAddress(): usize {
  return probabilities
}

/** Lays out the memory for one model. The host then writes the weights file to `weightsAddress()` and calls `prepare`. */
export function configure(
  words: i32,
  embedding: i32,
  hidden: i32,
  labels: i32,
  longestRow: i32,
  mostRows: i32,
  padded: bool,
): void {
  vocabularySize = words
  embeddingSize = embedding
  hiddenSize = hidden
  outputs = labels
  maxTokens = longestRow
  isPadded = padded
  units = ((hidden + 3) / 4) * 4
  gateColumns = 4 * units
  stateBytes = 2 * units * 4
  memoryEnd = __heap_base
  weights = reserve(words * embedding + 4 * hidden * (embedding + hidden + 1) + (hidden + 1) * labels)
  lengths = reserve(mostRows)
  tokens = reserve(mostRows * longestRow)
  probabilities = reserve(mostRows * labels)
  wordTable = reserve(words * gateColumns)
  padStates = reserve((mostPads() + 1) * 2 * units)
  inputKernel = reserve(embedding * gateColumns)
  recurrentKernel = reserve(hidden * gateColumns)
  gateBias = reserve(gateColumns)
  firstLane = reserve(laneFloats(units))
  secondLane = reserve(laneFloats(units))
  const missingPages = <i32>((memoryEnd + 0xffff) >> 16) - memory.size()
  if (missingPages > 0 && memory.grow(missingPages) < 0) unreachable()
}

/** Turns the weights into tables. Called once; the tables start as zeros because fresh memory does. */
export function prepare(): void {
  const kernel = weights + floats(vocabularySize * embeddingSize)
  const recurrent = kernel + floats(4 * embeddingSize * hiddenSize)
  const bias = recurrent + floats(4 * hiddenSize * hiddenSize)
  denseKernel = bias + floats(4 * hiddenSize)
  denseBias = denseKernel + floats(hiddenSize * outputs)
  pack(kernel, embeddingSize, 4, hiddenSize, units, inputKernel)
  pack(recurrent, hiddenSize, 4, hiddenSize, units, recurrentKernel)
  pack(bias, 1, 4, hiddenSize, units, gateBias)
  for (let word = 0; word < vocabularySize; word++) projectWord(word)
  const lane = laneAt(firstLane, units)
  for (let pads = 1; pads <= mostPads(); pads++) {
    memory.copy(lane.hidden, padStates + (pads - 1) * stateBytes, stateBytes)
    multiply(lane.hidden, hiddenSize, recurrentKernel, gateColumns, wordTable, lane.gates)
    updateState(lane, units)
    memory.copy(padStates + pads * stateBytes, lane.hidden, stateBytes)
  }
}

/** Answers `rows` rows: their lengths stand at `lengthsAddress()`, their token ids, one row after the other, at `tokensAddress()`. */
export function predict(rows: i32): void {
  rowCount = rows
  nextRow = 0
  nextToken = tokens
  const first = laneAt(firstLane, units)
  const second = laneAt(secondLane, units)
  let isFirstBusy = takeRow(first)
  let isSecondBusy = takeRow(second)
  while (isFirstBusy && isSecondBusy) {
    stepPair(first, second)
    if (first.tokensLeft === 0) {
      answer(first)
      isFirstBusy = takeRow(first)
    }
    if (second.tokensLeft === 0) {
      answer(second)
      isSecondBusy = takeRow(second)
    }
  }
  if (isFirstBusy) finish(first)
  if (isSecondBusy) finish(second)
}

/** Puts the next row with tokens into the lane, in the state that its padding leaves behind; rows without any are answered on the way. */
function takeRow(lane: Lane): bool {
  while (nextRow < rowCount) {
    const length = load<i32>(lengths + floats(nextRow))
    lane.row = nextRow
    lane.tokensLeft = length
    lane.nextToken = nextToken
    memory.copy(lane.hidden, padStates + (isPadded ? <usize>(maxTokens - length) * stateBytes : 0), stateBytes)
    nextRow++
    nextToken += floats(length)
    if (length > 0) return true
    answer(lane)
  }
  return false
}

/** Without padding the table of pad states holds one line, the zero state, from which all rows start. */
function mostPads(): i32 {
  return isPadded ? maxTokens : 0
}

function finish(lane: Lane): void {
  while (lane.tokensLeft > 0) {
    multiply(lane.hidden, hiddenSize, recurrentKernel, gateColumns, takeWord(lane), lane.gates)
    updateState(lane, units)
  }
  answer(lane)
}

function stepPair(first: Lane, second: Lane): void {
  const firstWord = takeWord(first)
  const secondWord = takeWord(second)
  multiplyPair(
    first.hidden,
    second.hidden,
    hiddenSize,
    recurrentKernel,
    gateColumns,
    firstWord,
    secondWord,
    first.gates,
    second.gates,
  )
  updateState(first, units)
  updateState(second, units)
}

/** Address of the gates' input half for the lane's next word. */
function takeWord(lane: Lane): usize {
  const word = load<i32>(lane.nextToken)
  lane.nextToken += 4
  lane.tokensLeft--
  return wordTable + floats(word * gateColumns)
}

function answer(lane: Lane): void {
  const result = probabilities + floats(lane.row * outputs)
  answerFrom(lane.hidden, hiddenSize, denseKernel, denseBias, outputs, result)
}

function projectWord(word: i32): void {
  const embedding = weights + floats(word * embeddingSize)
  multiply(embedding, embeddingSize, inputKernel, gateColumns, gateBias, wordTable + floats(word * gateColumns))
}

function floats(count: i32): usize {
  return (<usize>count) << 2
}

/** Each region starts on a cache line. */
function reserve(count: i32): usize {
  const address = (memoryEnd + 63) & ~63
  memoryEnd = address + floats(count)
  return address
}
