/** A symmetric 3 x 3 matrix or a lower triangle, as rows: one row and column for each label other than NEUTRAL. */
export type Matrix = readonly [Vector, Vector, Vector]
export type Vector = readonly [number, number, number]

export const ZERO: Vector = [0, 0, 0]

export const diagonal = (a: number, b: number, c: number): Matrix => [
  [a, 0, 0],
  [0, b, 0],
  [0, 0, c],
]

export const addVectors = (a: Vector, b: Vector, times = 1): Vector => [
  a[0] + times * b[0],
  a[1] + times * b[1],
  a[2] + times * b[2],
]

export const addMatrices = (a: Matrix, b: Matrix, times = 1): Matrix => [
  addVectors(a[0], b[0], times),
  addVectors(a[1], b[1], times),
  addVectors(a[2], b[2], times),
]

export const scale = (a: Matrix, by: number): Matrix => [
  addVectors(ZERO, a[0], by),
  addVectors(ZERO, a[1], by),
  addVectors(ZERO, a[2], by),
]

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

export const times = (matrix: Matrix, vector: Vector): Vector => [
  dot(matrix[0], vector),
  dot(matrix[1], vector),
  dot(matrix[2], vector),
]

export const outer = (a: Vector, b: Vector): Matrix => [
  [a[0] * b[0], a[0] * b[1], a[0] * b[2]],
  [a[1] * b[0], a[1] * b[1], a[1] * b[2]],
  [a[2] * b[0], a[2] * b[1], a[2] * b[2]],
]

/** The lower triangle L with L L' = the matrix, which must be symmetric and positive definite. */
export function cholesky(m: Matrix): Matrix {
  const a = Math.sqrt(m[0][0])
  const [b, c] = [m[1][0] / a, m[2][0] / a]
  const d = Math.sqrt(m[1][1] - b * b)
  const e = (m[2][1] - b * c) / d
  return [
    [a, 0, 0],
    [b, d, 0],
    [c, e, Math.sqrt(m[2][2] - c * c - e * e)],
  ]
}

/** Solves L x = vector for a lower triangle L. */
export function forwardSolve(lower: Matrix, vector: Vector): Vector {
  const x = vector[0] / lower[0][0]
  const y = (vector[1] - lower[1][0] * x) / lower[1][1]
  return [x, y, (vector[2] - lower[2][0] * x - lower[2][1] * y) / lower[2][2]]
}

/** The inverse of a symmetric, positive definite matrix. */
export function inverse(m: Matrix): Matrix {
  const lower = cholesky(m)
  const columns = [forwardSolve(lower, [1, 0, 0]), forwardSolve(lower, [0, 1, 0]), forwardSolve(lower, [0, 0, 1])]
  const [a, b, c] = columns as [Vector, Vector, Vector]
  return [
    [dot(a, a), dot(a, b), dot(a, c)],
    [dot(b, a), dot(b, b), dot(b, c)],
    [dot(c, a), dot(c, b), dot(c, c)],
  ]
}
