/**
 * x * y + z. With relaxed SIMD this is one instruction, rounded once if the processor does so. It takes half the time,
 * and the result differs in the last bits. A machine computes every row in the same way.
 */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function multiplyAdd(x: v128, y: v128, z: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(x, y, z) : f32x4.add(z, f32x4.mul(x, y))
}

/** In memory, because V8 would rebuild a constant in code for each use. */
const ONES = memory.data<i16>([1, 1])

/**
 * sum + the products of bytes, four in each of four lanes; `weights` are signed, `states` are 0 to 127. A pair of
 * products fits in 16 bits, so both implementations return the same result.
 */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function addProducts(sum: v128, weights: v128, states: v128): v128 {
  const pairs = ASC_FEATURE_RELAXED_SIMD
    ? i16x8.relaxed_dot_i8x16_i7x16_s(weights, states)
    : i16x8.add(
        i16x8.mul(i16x8.shr_s(i16x8.shl(weights, 8), 8), i16x8.shr_s(i16x8.shl(states, 8), 8)),
        i16x8.mul(i16x8.shr_s(weights, 8), i16x8.shr_s(states, 8)),
      )
  return i32x4.add(sum, i32x4.dot_i16x8_s(pairs, v128.load32_splat(ONES)))
}
