/**
 * Krippendorff's alpha for nominal categories and any number of raters with missing ratings (K. Krippendorff, Content Analysis, 2004, section
 * 11.3): 1 minus the observed over the expected disagreement. Units with fewer than two ratings are ignored. Null if none is left, and if all
 * ratings are of one category.
 *
 * @param units the ratings of each unit, as small whole numbers.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[]): number | null {
  const totals = new Map<number, number>()
  let [ratings, observed] = [0, 0]
  for (const unit of units) {
    if (unit.length < 2) continue
    const counts = new Map<number, number>()
    for (const category of unit) counts.set(category, (counts.get(category) ?? 0) + 1)
    for (const [category, count] of counts) {
      // Pairs of this rating with one of another category, each weighted so that a unit counts as often as it has ratings.
      observed += (count * (unit.length - count)) / (unit.length - 1)
      totals.set(category, (totals.get(category) ?? 0) + count)
    }
    ratings += unit.length
  }
  let expected = 0
  for (const count of totals.values()) expected += count * (ratings - count)
  return expected === 0 ? null : 1 - ((ratings - 1) * observed) / expected
}
