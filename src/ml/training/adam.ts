/** Keras's defaults. Kingma & Ba 2015, "Adam"; epsilon outside the bias correction, as in Keras. */
const LEARNING_RATE = 1e-3
const BETA_1 = 0.9
const BETA_2 = 0.999
const EPSILON = 1e-7

export interface AdamState {
  /** Running means of the gradient and of its square, one entry per parameter. */
  readonly mean: Float32Array
  readonly square: Float32Array
}

export const newAdam = (parameters: number): AdamState => ({
  mean: new Float32Array(parameters),
  square: new Float32Array(parameters),
})

/** Moves `values` one step against `gradient`, both flat; writes `values` and `state`. `step` counts from 1. */
export function adamStep(values: Float32Array, gradient: Float32Array, state: AdamState, step: number): void {
  const { mean, square } = state
  const rate = (LEARNING_RATE * Math.sqrt(1 - BETA_2 ** step)) / (1 - BETA_1 ** step)
  for (let i = 0; i < values.length; i++) {
    const slope = gradient[i] as number
    const m = BETA_1 * (mean[i] as number) + (1 - BETA_1) * slope
    const v = BETA_2 * (square[i] as number) + (1 - BETA_2) * slope * slope
    mean[i] = m
    square[i] = v
    values[i] = (values[i] as number) - (rate * m) / (Math.sqrt(v) + EPSILON)
  }
}
