import { logistic, tangent } from './activation'

/** A row in work. Lives at a fixed address, with its vectors behind it; nothing here allocates. */
@unmanaged
export class Lane {
  row: i32
  tokensLeft: i32
  nextToken: usize
  /** State h, and c right behind it. */
  hidden: usize
  cell: usize
  /** The gates' sums in the order i, f, g, o. */
  gates: usize
}

const HEADER_BYTES: usize = 64

/** Floats that a lane takes up, header included. */
export function laneFloats(units: i32): i32 {
  return <i32>(HEADER_BYTES >> 2) + 6 * units
}

export function laneAt(address: usize, units: i32): Lane {
  const lane = changetype<Lane>(address)
  const vectorBytes = (<usize>units) << 2
  lane.hidden = address + HEADER_BYTES
  lane.cell = lane.hidden + vectorBytes
  lane.gates = lane.cell + vectorBytes
  return lane
}

/** c = f * c + i * g, h = o * tanh(c) */
export function updateState(lane: Lane, units: i32): void {
  const vectorBytes = (<usize>units) << 2
  for (let at: usize = 0; at < vectorBytes; at += 16) {
    const input = lane.gates + at
    const forget = input + vectorBytes
    const candidate = forget + vectorBytes
    const output = candidate + vectorBytes
    const cell = f32x4.add(
      f32x4.mul(logistic(v128.load(forget)), v128.load(lane.cell + at)),
      f32x4.mul(logistic(v128.load(input)), tangent(v128.load(candidate))),
    )
    v128.store(lane.cell + at, cell)
    v128.store(lane.hidden + at, f32x4.mul(logistic(v128.load(output)), tangent(cell)))
  }
}
