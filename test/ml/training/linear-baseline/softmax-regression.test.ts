import { expect, test } from 'vitest'
import {
  fitSoftmaxRegression,
  lossAndGradient,
} from '../../../../src/ml/training/linear-baseline/softmax-regression.ts'
import { type SparseRows, SparseRowsBuilder } from '../../../../src/ml/training/linear-baseline/sparse-rows.ts'
import { seededRandom } from '../../../../src/statistics/seeded-random.ts'

const DENSE = [
  [1, 0, 0],
  [0.8, 0.6, 0],
  [0, 1, 0],
  [0, 0.6, 0.8],
  [0, 0, 1],
  [0.6, 0, 0.8],
  [1, 0, 0],
]
const TARGETS = Uint8Array.of(0, 0, 1, 1, 2, 2, 1)

function sparse(dense: readonly (readonly number[])[]): SparseRows {
  const rows = new SparseRowsBuilder()
  for (const row of dense) {
    for (const [column, value] of row.entries()) if (value !== 0) rows.push(column, value)
    rows.endRow()
  }
  return rows.build()
}

test('finds the weights of scikit-learn', () => {
  // scikit-learn 1.9: LogisticRegression(C=2, tol=1e-12, max_iter=10000).fit(DENSE, TARGETS)
  const expected = [0.76388, -0.46494, -0.29894, 0.1542, 0.57571, -0.7299, -0.71465, -0.35491, 1.06956]
  const biases = [-0.31776, 0.54581, -0.22805]
  const options = { columns: 3, classes: 3, penalty: 1 / (2 * TARGETS.length), mostSteps: 200 }
  const { weights } = fitSoftmaxRegression(sparse(DENSE), TARGETS, options)
  for (const [at, weight] of expected.entries()) expect(weights[at]).toBeCloseTo(weight, 3)
  // Biases are determined up to a constant.
  const own = [...weights.subarray(9)]
  const mean = own.reduce((sum, bias) => sum + bias) / 3
  for (const [at, bias] of biases.entries()) expect((own[at] ?? 0) - mean).toBeCloseTo(bias, 3)
})

test('its gradient is the slope of its loss in every direction', () => {
  const rows = sparse(DENSE)
  const random = seededRandom(4)
  const weights = Float64Array.from({ length: 12 }, () => 2 * random() - 1)
  const lossAt = (at: Float64Array, gradient = new Float64Array(12)) =>
    lossAndGradient({ rows, targets: TARGETS, penalty: 0.3 }, { weights: at, classes: 3 }, gradient)
  const gradient = new Float64Array(12)
  lossAt(weights, gradient)
  for (const at of weights.keys()) {
    const moved = (by: number) => weights.map((weight, index) => (index === at ? weight + by : weight))
    expect(gradient[at]).toBeCloseTo((lossAt(moved(1e-5)) - lossAt(moved(-1e-5))) / 2e-5, 7)
  }
})
