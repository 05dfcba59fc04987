import { multiply, pack } from './matrix'
import { reserve } from './memory'
import { denseColumns, denseSize, featureSize, floats, isPooled, outputs } from './sizes'

let denseKernel: usize = 0
let contextBias: usize = 0
let dense: usize = 0
let headKernels: usize = 0
let headBiases: usize = 0

/** The layer between the pooled states and the heads; its bias depends on the context. */
export function setDense(kernel: usize, bias: usize): void {
  contextBias = bias
  denseKernel = reserve(featureSize * denseColumns)
  dense = reserve(denseColumns)
  pack(kernel, featureSize, 1, denseSize, denseColumns, denseKernel)
}

/** The last layer: row-major kernels and biases, one head after the other. */
export function setHeads(kernels: usize, biases: usize): void {
  headKernels = kernels
  headBiases = biases
}

/** Writes a row's probabilities. */
export function answerFrom(features: usize, context: i32, head: i32, result: usize): void {
  const size = isPooled ? denseSize : featureSize
  const kernel = headKernels + floats(head * size * outputs)
  const bias = headBiases + floats(head * outputs)
  if (!isPooled) {
    writeLogits(features, size, kernel, bias, result)
    softmax(result, outputs, 1)
    return
  }
  // Beyond `denseSize`, this reads the values after the context's vector and writes values that are never read.
  multiply(features, featureSize, denseKernel, denseColumns, contextBias + floats(context * denseSize), dense)
  rectify(dense)
  writeLogits(dense, size, kernel, bias, result)
  const last = result + floats(outputs - 1)
  const relevance = <f64>load<f32>(last)
  softmax(result, outputs - 1, 1 / (1 + Math.exp(-relevance)))
  store<f32>(last, <f32>(1 / (1 + Math.exp(relevance))))
}

function rectify(values: usize): void {
  for (let at: usize = 0; at < floats(denseColumns); at += 16) {
    v128.store(values + at, f32x4.pmax(v128.load(values + at), f32x4.splat(0)))
  }
}

/** result = state x kernel + bias, summed in double precision because it is only a few hundred products. */
function writeLogits(state: usize, size: i32, kernel: usize, bias: usize, result: usize): void {
  for (let output = 0; output < outputs; output++) {
    let sum = <f64>floatAt(bias, output)
    for (let unit = 0; unit < size; unit++) {
      sum += <f64>floatAt(state, unit) * <f64>floatAt(kernel, unit * outputs + output)
    }
    store<f32>(result + floats(output), <f32>sum)
  }
}

/** Turns logits into probabilities that sum to `share`. */
function softmax(logits: usize, count: i32, share: f64): void {
  let largest: f64 = -Infinity
  for (let output = 0; output < count; output++) largest = max(largest, <f64>floatAt(logits, output))
  let total: f64 = 0
  for (let output = 0; output < count; output++) total += Math.exp(<f64>floatAt(logits, output) - largest)
  for (let output = 0; output < count; output++) {
    const power = Math.exp(<f64>floatAt(logits, output) - largest)
    store<f32>(logits + floats(output), <f32>((share * power) / total))
  }
}

function floatAt(address: usize, index: i32): f32 {
  return load<f32>(address + floats(index))
}
