/**
 * Adjusts the p-values of a family of tests so that the family-wise error rate is controlled (S. Holm, Scandinavian
 * Journal of Statistics 6, 1979, 65-70). The smallest value is multiplied by the number of tests, the next one by one
 * less, and so on; none is below the previous one. Same length and order. A test without a result is null and not part
 * of the family.
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
