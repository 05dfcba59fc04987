import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'

/** Node 20 has relaxed SIMD, and keeps it behind this; later ones offer it by themselves. */
const RELAXED_SIMD_FLAG = '--experimental-wasm-relaxed-simd'

/**
 * The kernel for this machine: the one with fused multiplications where the engine has relaxed SIMD, else the one that every engine runs. Their
 * answers differ in the last bits.
 */
export async function readKernel(): Promise<Buffer> {
  const relaxed = await readFile(new URL('./kernel-relaxed.wasm', import.meta.url))
  if (!WebAssembly.validate(relaxed)) setFlagsFromString(RELAXED_SIMD_FLAG)
  if (WebAssembly.validate(relaxed)) return relaxed
  return readFile(new URL('./kernel.wasm', import.meta.url))
}
