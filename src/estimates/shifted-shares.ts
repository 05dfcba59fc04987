import type { Vector } from './matrix.ts'

/** The shares of the true labels in a stratum if the entity has this shift: softmax(log base + shift). */
export function shiftedShares(base: readonly number[], shift: Vector): [number, number, number, number] {
  const [positive = 0, neutral = 0, negative = 0, irrelevant = 0] = base
  const odds = [positive * Math.exp(shift[0]), neutral, negative * Math.exp(shift[1]), irrelevant * Math.exp(shift[2])]
  const [a = 0, b = 0, c = 0, d = 0] = odds
  const sum = a + b + c + d
  return [a / sum, b / sum, c / sum, d / sum]
}
