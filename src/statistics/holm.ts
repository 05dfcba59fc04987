/**
 * p-values of a family of tests, adjusted so that among all of them a false alarm is no more probable than each says (S. Holm,
 * Scandinavian Journal of Statistics 6, 1979, 65-70): the smallest times their number, the next times one less, and so on, none below the
 * one before it. Same length and order. A test that could not be made is null, and no part of the family.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const made = pValues.flatMap((pValue, index) => (pValue === null ? [] : [{ pValue, index }]))
  made.sort((one, other) => one.pValue - other.pValue)
  const adjusted: (number | null)[] = pValues.map(() => null)
  let largest = 0
  for (const [rank, { pValue, index }] of made.entries()) {
    largest = Math.min(1, Math.max(largest, (made.length - rank) * pValue))
    adjusted[index] = largest
  }
  return adjusted
}
