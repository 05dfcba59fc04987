/**
 * `compute`, remembering its last result: the fields of a page of entities all need the same one.
 * @param nameOf returns equal names only for arguments with equal results.
 */
export function memoizeLast<Arguments extends readonly unknown[], Result>(
  compute: (...given: Arguments) => Result,
  nameOf: (...given: Arguments) => string,
): (...given: Arguments) => Result {
  let last: { readonly name: string; readonly result: Result } | null = null
  return (...given) => {
    const name = nameOf(...given)
    if (last?.name !== name) last = { name, result: compute(...given) }
    return last.result
  }
}
