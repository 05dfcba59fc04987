import { floats } from './sizes'

let end: usize = __heap_base

/**
 * Reserves memory for `count` floats, aligned to a cache line; it is never freed. The tables rely on fresh memory being
 * zero.
 */
export function reserve(count: i32): usize {
  const address = (end + 63) & ~63
  end = address + floats(count)
  const missingPages = <i32>((end + 0xffff) >> 16) - memory.size()
  if (missingPages > 0 && memory.grow(missingPages) < 0) unreachable()
  return address
}
