import { floats } from './sizes'

let end: usize = __heap_base

/** Memory for so many floats, from a cache line on; never freed. The tables count on it to be zero, as fresh memory is. */
export function reserve(count: i32): usize {
  const address = (end + 63) & ~63
  end = address + floats(count)
  const missingPages = <i32>((end + 0xffff) >> 16) - memory.size()
  if (missingPages > 0 && memory.grow(missingPages) < 0) unreachable()
  return address
}
