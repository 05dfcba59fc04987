import { nextCell, nextHidden } from './activation'
import { reserve } from './memory'
import { floats, hiddenSize, isPooled, units } from './sizes'

/** A row in work, in one direction. Lives at a fixed address, with its vectors elsewhere; nothing here allocates while it works. */
@unmanaged
export class Lane {
  row: i32
  length: i32
  tokensLeft: i32
  /** Index of the next token among those of the batch. */
  nextToken: i32
  /** Steps whose token bears mark 0. */
  marked: i32
  /** State h, and c right behind it. */
  hidden: usize
  cell: usize
  /** The gates' sums in the order i, f, g, o. */
  gates: usize
  /** Place for an input of the gates that stands in no table, and where the input of this step stands. */
  scratch: usize
  input: usize
  /** Over the steps so far: the largest h, unit by unit, the sum of h, and the sum over the marked steps. */
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

/** Nothing pooled yet. The largest value of no steps is 0, as their mean is. */
export function startPooling(lane: Lane): void {
  lane.marked = 0
  const least: f32 = lane.length === 0 ? 0 : -Infinity
  for (let at: usize = 0; at < floats(units); at += 16) v128.store(lane.largest + at, f32x4.splat(least))
  memory.fill(lane.sum, 0, floats(units))
  memory.fill(lane.markedSum, 0, floats(units))
}

/** In two loops, each of short chains, because a processor works on several units at a time only as far as it looks ahead. */
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

/** Writes what the row's states come to. Pooled: maximum, mean and marked mean, each two vectors after the one before: see `featureSize`. */
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

/** A sum of no steps is 0, and stays 0. */
function divide(sum: usize, count: i32): void {
  const divisor = f32x4.splat(<f32>max(count, 1))
  for (let at: usize = 0; at < floats(units); at += 16) v128.store(sum + at, f32x4.div(v128.load(sum + at), divisor))
}
