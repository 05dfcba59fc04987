/*
 * Four lanes of exp, logistic and tanh in float32. exp(x) = 2^n * exp(r) with |r| <= ln(2) / 2, and a Taylor polynomial of degree 7
 * for exp(r): its error stays below the rounding of float32.
 */

/** Adding 1.5 * 2^23 rounds a float to an integer and leaves that integer in its lowest bits. */
const ROUNDER: f32 = 12582912.0
const LOG2_E: f32 = <f32>Math.LOG2E
/** ln(2) in two parts, the first with zeros at its end, so that n * LN2_HIGH is exact (Cody and Waite). */
const LN2_HIGH: f32 = 0.693359375
const LN2_LOW: f32 = -2.1219444e-4
/** Beyond it 2^n leaves float32; the logistic function has long reached 0 or 1 there. */
const LIMIT: f32 = 87.0

function exponential(x: v128): v128 {
  // The `p` kinds are one instruction each; the others take seven to sort out zeros and NaN.
  x = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-LIMIT)), f32x4.splat(LIMIT))
  const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2_E)), f32x4.splat(ROUNDER))
  const n = f32x4.sub(rounded, f32x4.splat(ROUNDER))
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)))
  let sum = f32x4.splat(1.0 / 5040.0)
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 720.0))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 120.0))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 24.0))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0 / 6.0))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(0.5))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0))
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.0))
  // n sits in the low bits of `rounded`; shifted to the exponent's place it multiplies by 2^n.
  return i32x4.add(sum, i32x4.shl(rounded, 23))
}

/** 1 / (1 + exp(-x)); off by 1e-7 at most. */
export function logistic(x: v128): v128 {
  const one = f32x4.splat(1.0)
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))))
}

/** tanh(x) = 1 - 2 / (1 + exp(2 x)); off by 2e-7 at most. */
export function tangent(x: v128): v128 {
  const one = f32x4.splat(1.0)
  const e = exponential(f32x4.add(x, x))
  return f32x4.sub(one, f32x4.div(f32x4.splat(2.0), f32x4.add(one, e)))
}
