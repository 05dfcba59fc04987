import { nextCell, nextHidden } from '../../../../src/ml/network/assembly/activation'

export function cellAt(input: f32, forget: f32, candidate: f32, cell: f32): f32 {
  return f32x4.extract_lane(
    nextCell(f32x4.splat(input), f32x4.splat(forget), f32x4.splat(candidate), f32x4.splat(cell)),
    0,
  )
}

export function hiddenAt(output: f32, cell: f32): f32 {
  return f32x4.extract_lane(nextHidden(f32x4.splat(output), f32x4.splat(cell)), 0)
}
