/**
 * Agreement of two raters beyond chance (J. Cohen, Educational and Psychological Measurement 20, 1960), for nominal categories. 1 is perfect
 * agreement, 0 that of independent raters with the same shares. Null without ratings, and if both only ever gave one and the same category.
 *
 * @param pairs the categories that both raters gave to each unit, as small whole numbers.
 */
export function cohenKappa(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length === 0) return null
  const [first, second] = [new Map<number, number>(), new Map<number, number>()]
  let agreed = 0
  for (const [one, other] of pairs) {
    first.set(one, (first.get(one) ?? 0) + 1)
    second.set(other, (second.get(other) ?? 0) + 1)
    if (one === other) agreed += 1
  }
  let expected = 0
  for (const [category, count] of first) expected += (count * (second.get(category) ?? 0)) / pairs.length ** 2
  // A ratio of counts: if every pair is the same category, the sum is exactly 1.
  return expected === 1 ? null : (agreed / pairs.length - expected) / (1 - expected)
}
