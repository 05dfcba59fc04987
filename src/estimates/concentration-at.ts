import type { ErrorModel } from './error-model.ts'

const SHARES = [1, 1 / 3, 1 / 9]

/**
 * The concentration at a point of the posterior. Some entities follow the pattern of the others less, and nobody knows
 * beforehand which: a third of the points has the fitted concentration, a third has a third of it, and a third a ninth.
 */
export const concentrationAt = ({ concentration }: ErrorModel, point: number): number =>
  concentration * (SHARES[point % SHARES.length] ?? 1)
