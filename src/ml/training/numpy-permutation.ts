import { Mt19937 } from './mt19937.ts'

/**
 * `numpy.random.RandomState(seed).permutation(length)`: a Fisher-Yates shuffle from the end; each index is drawn by
 * masked rejection.
 */
export function numpyPermutation(length: number, seed: number): Uint32Array {
  return shuffle(
    Uint32Array.from({ length }, (_, index) => index),
    new Mt19937(seed),
  )
}

/** Shuffles in place, like NumPy's legacy `shuffle`, and returns its argument. */
export function shuffle(values: Uint32Array, random: Mt19937): Uint32Array {
  for (let i = values.length - 1; i > 0; i--) {
    const j = below(random, i)
    const kept = values[i] as number
    values[i] = values[j] as number
    values[j] = kept
  }
  return values
}

/** Uniform over 0 to `highest`, inclusive. */
function below(random: Mt19937, highest: number): number {
  const mask = 2 ** (32 - Math.clz32(highest)) - 1
  for (;;) {
    const candidate = (random.nextUint32() & mask) >>> 0
    if (candidate <= highest) return candidate
  }
}

export interface RowSplit {
  /** Row indices in the order of the permutation. */
  readonly training: Uint32Array
  readonly test: Uint32Array
}

/** `sklearn.model_selection.train_test_split(rows, test_size=testShare, random_state=seed)`, as row indices. */
export function trainTestSplit(rows: number, testShare: number, seed: number): RowSplit {
  const permutation = numpyPermutation(rows, seed)
  const testRows = Math.ceil(testShare * rows)
  return { test: permutation.subarray(0, testRows), training: permutation.subarray(testRows) }
}
