import { multiplyAdd } from './multiply-add'

/*
 * The LSTM's functions for four units in float32, by powers of two: 2^t = 2^n * 2^r with |r| <= 1/2. A polynomial of
 * degree 5 approximates 2^r; it agrees with it at the zeros of the Chebyshev polynomial of degree 6. Its relative error
 * is below 1.6e-7, including the rounding of its coefficients to float32. An error of d in e = exp(x) causes an error
 * of d * e / (1 + e)^2 <= d / 4 in the logistic function, and twice that in the tangent.
 */

/** In memory, because V8 would rebuild constants in code for each use, with three instructions each. */
const CONSTANTS = memory.data<f32>([
  30.0, -30.0, 12582912.0, 0.0013390863364432439, 0.009676031918332979, 0.05550357114219978, 0.24022107485308056,
  0.6931471880262279, 1.000000075454897, -1.4426950408889634, 2.8853900817779268, 1.0,
])
/**
 * Beyond it the logistic function is within 1e-9 of 0 or 1 and the tangent within 2e-9 of -1 or 1. Products of three
 * powers stay far from the largest float.
 */
const LIMIT: usize = 0
const LOWER_LIMIT: usize = 1
/** Adding 1.5 * 2^23 rounds a float to an integer and leaves that integer in its lowest bits. */
const ROUNDER: usize = 2
const COEFFICIENT_5: usize = 3
const COEFFICIENT_4: usize = 4
const COEFFICIENT_3: usize = 5
const COEFFICIENT_2: usize = 6
const COEFFICIENT_1: usize = 7
const COEFFICIENT_0: usize = 8
const MINUS_LOG2_E: usize = 9
const TWICE_LOG2_E: usize = 10
const ONE: usize = 11

// @ts-ignore: decorators are AssemblyScript's
@inline
function constant(index: usize): v128 {
  return v128.load32_splat(CONSTANTS + (index << 2))
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function powerOfTwo(exponent: v128): v128 {
  // The `p` variants are one instruction each; the others take seven to handle zeros and NaN.
  const t = f32x4.pmin(f32x4.pmax(exponent, constant(LOWER_LIMIT)), constant(LIMIT))
  const rounded = f32x4.add(t, constant(ROUNDER))
  const r = f32x4.sub(t, f32x4.sub(rounded, constant(ROUNDER)))
  let sum = multiplyAdd(constant(COEFFICIENT_5), r, constant(COEFFICIENT_4))
  sum = multiplyAdd(sum, r, constant(COEFFICIENT_3))
  sum = multiplyAdd(sum, r, constant(COEFFICIENT_2))
  sum = multiplyAdd(sum, r, constant(COEFFICIENT_1))
  sum = multiplyAdd(sum, r, constant(COEFFICIENT_0))
  // n is in the low bits of `rounded`; shifted to the exponent it multiplies by 2^n.
  return i32x4.add(sum, i32x4.shl(rounded, 23))
}

/** exp(-x), for the logistic function 1 / (1 + exp(-x)). */
// @ts-ignore: decorators are AssemblyScript's
@inline
function powerForLogistic(x: v128): v128 {
  return powerOfTwo(f32x4.mul(x, constant(MINUS_LOG2_E)))
}

/** exp(2 x), for the tangent (exp(2 x) - 1) / (exp(2 x) + 1). */
// @ts-ignore: decorators are AssemblyScript's
@inline
function powerForTangent(x: v128): v128 {
  return powerOfTwo(f32x4.mul(x, constant(TWICE_LOG2_E)))
}

/**
 * logistic(forget) * cell + logistic(input) * tanh(candidate), with one division for all three; the error is at most
 * 3e-7 (1 + |cell|).
 */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function nextCell(input: v128, forget: v128, candidate: v128, cell: v128): v128 {
  const one = constant(ONE)
  const e = powerForTangent(candidate)
  const product = f32x4.mul(f32x4.add(one, powerForLogistic(input)), f32x4.add(one, e))
  const kept = f32x4.add(one, powerForLogistic(forget))
  return f32x4.div(multiplyAdd(f32x4.sub(e, one), kept, f32x4.mul(cell, product)), f32x4.mul(kept, product))
}

/** logistic(output) * tanh(cell), with one division; the error is at most 3e-7. */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function nextHidden(output: v128, cell: v128): v128 {
  const one = constant(ONE)
  const e = powerForTangent(cell)
  return f32x4.div(
    f32x4.sub(e, one),
    f32x4.mul(f32x4.add(one, powerForLogistic(output)), f32x4.add(one, e)),
  )
}
