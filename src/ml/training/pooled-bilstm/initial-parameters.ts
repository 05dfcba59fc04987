import type { Mt19937 } from '../mt19937.ts'
import { inputSize, OUTPUTS, POOLS, type PooledParameters, type PooledShape, pooledParameters } from './shape.ts'

/**
 * Glorot-uniform matrices, recurrent ones with the limit of a square matrix. Biases are 0, except for 1 at the forget
 * gate and at the relevance, because most tweets are relevant.
 */
export function initialParameters(shape: PooledShape, random: Mt19937): PooledParameters {
  const { hiddenSize, denseSize } = shape
  const parameters = pooledParameters(shape)
  const inputs = inputSize(shape)
  const gates = 4 * hiddenSize
  for (const [kernel, bias] of [
    [parameters.forwardKernel, parameters.forwardBias],
    [parameters.backwardKernel, parameters.backwardBias],
  ] as const) {
    fillUniform(kernel.subarray(0, inputs * gates), glorot(inputs, hiddenSize), random)
    fillUniform(kernel.subarray(inputs * gates), glorot(hiddenSize, hiddenSize), random)
    bias.fill(1, hiddenSize, 2 * hiddenSize)
  }
  fillUniform(parameters.pooledKernel, glorot(POOLS * hiddenSize, denseSize), random)
  fillUniform(parameters.headKernel, glorot(denseSize, OUTPUTS), random)
  parameters.headBias[OUTPUTS - 1] = 1
  return parameters
}

/** Glorot & Bengio 2010, equation 16. */
const glorot = (inputs: number, outputs: number) => Math.sqrt(6 / (inputs + outputs))

function fillUniform(values: Float32Array, limit: number, random: Mt19937): void {
  for (let i = 0; i < values.length; i++) values[i] = (2 * random.nextDouble() - 1) * limit
}
