import { multiplyAdd } from './multiply-add'

/*
 * Four lanes of the gates' functions in float32, by powers of two: 2^t = 2^n * 2^r with |r| <= 1/2, and a polynomial of degree 5 for 2^r that
 * agrees with it at the zeros of the Chebyshev polynomial of degree 6. Its relative error stays below 1.6e-7, coefficients rounded to float32
 * included. An error of d in e = exp(x) is one of d * e / (1 + e)^2 <= d / 4 in the logistic function, and of twice that in the tangent.
 */

/** Adding 1.5 * 2^23 rounds a float to an integer and leaves that integer in its lowest bits. */
const ROUNDER: f32 = 12582912.0
const LOG2_E: f32 = <f32>Math.LOG2E
/** Beyond it 2^n leaves float32; the logistic function has long reached 0 or 1 there. */
const LIMIT: f32 = 126.0
/** The tangent has reached -1 or 1 as far as float32 can tell, and products with what `LIMIT` allows stay below the largest float until they mean 0. */
const TANGENT_LIMIT: f32 = 30.0

// @ts-ignore: decorators are AssemblyScript's
@inline
function powerOfTwo(exponent: v128, limit: f32): v128 {
  // The `p` kinds are one instruction each; the others take seven to sort out zeros and NaN.
  const t = f32x4.pmin(f32x4.pmax(exponent, f32x4.splat(-limit)), f32x4.splat(limit))
  const rounded = f32x4.add(t, f32x4.splat(ROUNDER))
  const r = f32x4.sub(t, f32x4.sub(rounded, f32x4.splat(ROUNDER)))
  let sum = f32x4.splat(0.0013390863364432439)
  sum = multiplyAdd(sum, r, f32x4.splat(0.009676031918332979))
  sum = multiplyAdd(sum, r, f32x4.splat(0.05550357114219978))
  sum = multiplyAdd(sum, r, f32x4.splat(0.24022107485308056))
  sum = multiplyAdd(sum, r, f32x4.splat(0.6931471880262279))
  sum = multiplyAdd(sum, r, f32x4.splat(1.000000075454897))
  // n sits in the low bits of `rounded`; shifted to the exponent's place it multiplies by 2^n.
  return i32x4.add(sum, i32x4.shl(rounded, 23))
}

/** 1 / (1 + exp(-x)); off by 1.5e-7 at most. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function logistic(x: v128): v128 {
  const one = f32x4.splat(1.0)
  return f32x4.div(one, f32x4.add(one, powerOfTwo(f32x4.mul(x, f32x4.splat(-LOG2_E)), LIMIT)))
}

/**
 * logistic(x) * tanh(y) = (exp(2 y) - 1) / ((1 + exp(-x)) * (1 + exp(2 y))), by one division; off by 3e-7 at most. Where the divisor
 * overflows, the answer is 0.
 */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function logisticOfTangent(x: v128, y: v128): v128 {
  const one = f32x4.splat(1.0)
  const e = powerOfTwo(f32x4.mul(y, f32x4.splat(2 * LOG2_E)), TANGENT_LIMIT)
  const divisor = f32x4.add(one, powerOfTwo(f32x4.mul(x, f32x4.splat(-LOG2_E)), LIMIT))
  return f32x4.div(f32x4.sub(e, one), f32x4.mul(divisor, f32x4.add(one, e)))
}
