/**
 * x * y + z. Where the engine knows relaxed SIMD it is one instruction, rounded once where the processor has it so: half the work, and a result
 * that differs from the other in its last bits. Each machine takes the same way for every row.
 */
// @ts-ignore: decorators are AssemblyScript's
@inline
export function multiplyAdd(x: v128, y: v128, z: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(x, y, z) : f32x4.add(z, f32x4.mul(x, y))
}
