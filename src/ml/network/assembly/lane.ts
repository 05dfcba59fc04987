import { nextCell, nextHidden } from './activation'
import { reserve } from './memory'
import { floats, hiddenSize, isPooled, units } from './sizes'

/**
 * A row in progress, in one direction. It has a fixed address, its vectors are elsewhere, and it allocates nothing
 * while running.
 */
@unmanaged
export class Lane {
  row: i32
  length: i32
  tokensLeft: i32
  /** Index of the next token in the batch. */
  nextToken: i32
  /** Number of steps whose token has mark 0. */
  marked: i32
  /** State h, directly followed by c. */
  hidden: usize
  cell: usize
  /** The gates' sums in the order i, f, g, o. */
  gates: usize
  /** Buffer for gate inputs that are not in a table, and the address of this step's input. */
  scratch: usize
  input: usize
  /** Over the steps so far: the unit-wise maximum of h, the sum of h, and the sum over the marked steps. */
  largest: usize
  sum: usize
  markedSum: usize
}

const HEADER_FLOATS = 16

export function createLane(): Lane {
  const lane = changetype<Lane>(reserve(HEADER_FLOATS))
  lane.hidden = reserve(2 * units)
  lane.cell = lane.hidden + floats(units)
  lane.gates = reserve(4 * units)
  lane.scratch = reserve(4 * units)
  lane.largest = reserve(units)
  lane.sum = reserve(units)
  lane.markedSum = reserve(units)
  return lane
}

/** Starts with nothing pooled. The maximum over no steps is 0, like the mean. */
export function startPooling(lane: Lane): void {
  lane.marked = 0
  const least: f32 = lane.length === 0 ? 0 : -Infinity
  for (let at: usize = 0; at < floats(units); at += 16) v128.store(lane.largest + at, f32x4.splat(least))
  memory.fill(lane.sum, 0, floats(units))
  memory.fill(lane.markedSum, 0, floats(units))
}

/** Two loops with short dependency chains, so that the processor can overlap several units. */
export function updateState(lane: Lane): void {
  const vectorBytes = floats(units)
  for (let at: usize = 0; at < vectorBytes; at += 16) {
    const input = lane.gates + at
    const forget = input + vectorBytes
    const candidate = forget + vectorBytes
    const cell = v128.load(lane.cell + at)
    v128.store(lane.cell + at, nextCell(v128.load(input), v128.load(forget), v128.load(candidate), cell))
  }
  const outputs = lane.gates + 3 * vectorBytes
  for (let at: usize = 0; at < vectorBytes; at += 16) {
    v128.store(lane.hidden + at, nextHidden(v128.load(outputs + at), v128.load(lane.cell + at)))
  }
}

export function poolState(lane: Lane, isMarked: bool): void {
  for (let at: usize = 0; at < floats(units); at += 16) {
    const hidden = v128.load(lane.hidden + at)
    v128.store(lane.largest + at, f32x4.pmax(v128.load(lane.largest + at), hidden))
    v128.store(lane.sum + at, f32x4.add(v128.load(lane.sum + at), hidden))
  }
  if (!isMarked) return
  lane.marked++
  for (let at: usize = 0; at < floats(units); at += 16) {
    v128.store(lane.markedSum + at, f32x4.add(v128.load(lane.markedSum + at), v128.load(lane.hidden + at)))
  }
}

/** Writes the features of the row. Pooled: maximum, mean and marked mean, two vectors apart; see `featureSize`. */
export function writeFeatures(lane: Lane, features: usize): void {
  const size = floats(hiddenSize)
  if (!isPooled) {
    memory.copy(features, lane.hidden, size)
    return
  }
  divide(lane.sum, lane.length)
  divide(lane.markedSum, lane.marked)
  memory.copy(features, lane.largest, size)
  memory.copy(features + 2 * size, lane.sum, size)
  memory.copy(features + 4 * size, lane.markedSum, size)
}

/** The sum of no steps is 0, and stays 0. */
function divide(sum: usize, count: i32): void {
  const divisor = f32x4.splat(<f32>max(count, 1))
  for (let at: usize = 0; at < floats(units); at += 16) v128.store(sum + at, f32x4.div(v128.load(sum + at), divisor))
}
