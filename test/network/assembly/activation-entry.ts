import { logistic, logisticOfTangent } from '../../../src/network/assembly/activation'

export function logisticAt(x: f32): f32 {
  return f32x4.extract_lane(logistic(f32x4.splat(x)), 0)
}

export function productAt(x: f32, y: f32): f32 {
  return f32x4.extract_lane(logisticOfTangent(f32x4.splat(x), f32x4.splat(y)), 0)
}
