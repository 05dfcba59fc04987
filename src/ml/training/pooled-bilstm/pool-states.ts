/** The origin of pooled states in a batch, for the backward pass. */
export interface Pooled {
  /** [rows, 3 hiddenSize]: maximum, mean and mean over the marked tokens; zeros if there are none. */
  readonly values: Float32Array
  /** [rows, hiddenSize]: step of each maximum. */
  readonly maxima: Int32Array
}

/** The tokens of each row that count: lengths, and for each row and step whether the token is marked. */
export interface PoolPlan {
  readonly lengths: Int32Array
  /** [rows, steps] */
  readonly isMarked: Uint8Array
  readonly markedCounts: Int32Array
}

/** @param states [steps, rows, hiddenSize] */
export function poolStates(
  states: Float32Array,
  hiddenSize: number,
  { lengths, isMarked, markedCounts }: PoolPlan,
): Pooled {
  const rows = lengths.length
  const steps = isMarked.length / rows
  const values = new Float32Array(rows * 3 * hiddenSize)
  const maxima = new Int32Array(rows * hiddenSize)
  for (let row = 0; row < rows; row++) {
    const length = lengths[row] as number
    const max = row * 3 * hiddenSize
    const mean = max + hiddenSize
    const marked = mean + hiddenSize
    if (length > 0) values.fill(Number.NEGATIVE_INFINITY, max, mean)
    for (let step = 0; step < length; step++) {
      const from = (step * rows + row) * hiddenSize
      const counts = isMarked[row * steps + step] === 1
      for (let unit = 0; unit < hiddenSize; unit++) {
        const state = states[from + unit] as number
        if (state > (values[max + unit] as number)) {
          values[max + unit] = state
          maxima[row * hiddenSize + unit] = step
        }
        values[mean + unit] = (values[mean + unit] as number) + state / length
        if (counts) values[marked + unit] = (values[marked + unit] as number) + state / (markedCounts[row] as number)
      }
    }
  }
  return { values, maxima }
}

/** Gradient with respect to the states, [steps, rows, hiddenSize], from the gradient of the pooled values. */
export function spreadGradient(
  ofPooled: Float32Array,
  { maxima }: Pooled,
  hiddenSize: number,
  { lengths, isMarked, markedCounts }: PoolPlan,
): Float32Array {
  const rows = lengths.length
  const steps = isMarked.length / rows
  const ofStates = new Float32Array(steps * rows * hiddenSize)
  for (let row = 0; row < rows; row++) {
    const length = lengths[row] as number
    const max = row * 3 * hiddenSize
    const mean = max + hiddenSize
    const marked = mean + hiddenSize
    for (let step = 0; step < length; step++) {
      const from = (step * rows + row) * hiddenSize
      const counts = isMarked[row * steps + step] === 1
      for (let unit = 0; unit < hiddenSize; unit++) {
        let slope = (ofPooled[mean + unit] as number) / length
        if (maxima[row * hiddenSize + unit] === step) slope += ofPooled[max + unit] as number
        if (counts) slope += (ofPooled[marked + unit] as number) / (markedCounts[row] as number)
        ofStates[from + unit] = slope
      }
    }
  }
  return ofStates
}
