import type { LastLayer } from './last-layer.ts'
import { minimise } from './minimise.ts'

/** Labelled mentions, as positions in a last layer. */
export interface LabelledRows {
  readonly layer: LastLayer
  /** Positions in `layer`. */
  readonly rows: readonly number[]
  /** Index of the output with the true label, of each mention of `layer`. */
  readonly targets: Uint8Array
  /** Index of the entity that has an offset of its own, of each mention of `layer`; -1 for none. */
  readonly groups: Int32Array
  readonly groupCount: number
  /** Weight of each mention of `layer`. */
  readonly weights: Float64Array
}

/** What is added to the last layer: logits + offset + offset of the group + inputs x kernel. */
export interface Correction {
  readonly offset: Float64Array
  /** Row-major, [groups, outputs]. */
  readonly groupOffsets: Float64Array
  /** Row-major, [inputs, outputs]. */
  readonly kernel: Float64Array
}

/**
 * Standard deviations of the prior, whose mean is the unadapted model. They were chosen on the sources of record 071. A feed has a
 * mix of labels of its own; its entities differ less from each other. What each input of the layer means changes little.
 */
const OFFSET_DEVIATION = 1
const GROUP_DEVIATION = 0.5
/** Of the sum over all inputs, each with variance 1. */
const KERNEL_DEVIATION = 0.7

/** About the curvature of a softmax with three labels; it only speeds up the search. */
const CURVATURE = 0.15

/**
 * The most probable correction given the labels: a multinomial logistic regression on the inputs of the last layer with
 * the model's own logits as fixed part, and a normal prior around no change.
 */
export function fitCorrection(labelled: LabelledRows): Correction {
  const { layer, rows, targets, groups, groupCount, weights } = labelled
  const { size, outputs, hasRelevance } = layer
  const { means, deviations } = standardise(layer, rows)
  const groupsAt = outputs
  const kernelAt = outputs + groupCount * outputs
  const length = kernelAt + size * outputs
  const kernelDeviation = KERNEL_DEVIATION / Math.sqrt(size)
  const precisions = new Float64Array(length)
  precisions.fill(1 / OFFSET_DEVIATION ** 2, 0, groupsAt)
  precisions.fill(1 / GROUP_DEVIATION ** 2, groupsAt, kernelAt)
  precisions.fill(1 / kernelDeviation ** 2, kernelAt)
  const inputs = rows.map(row => {
    const standard = new Float64Array(size)
    for (let unit = 0; unit < size; unit++) {
      standard[unit] = ((layer.inputs[row * size + unit] ?? 0) - (means[unit] ?? 0)) / (deviations[unit] ?? 1)
    }
    return standard
  })
  const sums = new Float64Array(outputs)
  const slopes = new Float64Array(outputs)

  function objective(point: Float64Array, gradient: Float64Array): number {
    let value = 0
    for (let at = 0; at < length; at++) {
      const own = point[at] ?? 0
      const precision = precisions[at] ?? 0
      value += (precision * own * own) / 2
      gradient[at] = precision * own
    }
    for (const [index, row] of rows.entries()) {
      const input = inputs[index] as Float64Array
      const group = groups[row] ?? -1
      const weight = weights[row] ?? 1
      for (let output = 0; output < outputs; output++) {
        let sum = (layer.logits[row * outputs + output] ?? 0) + (point[output] ?? 0)
        if (group >= 0) sum += point[groupsAt + group * outputs + output] ?? 0
        for (let unit = 0; unit < size; unit++) {
          sum += (input[unit] ?? 0) * (point[kernelAt + unit * outputs + output] ?? 0)
        }
        sums[output] = sum
      }
      value += weight * lossOf(sums, targets[row] ?? 0, hasRelevance, slopes)
      for (let output = 0; output < outputs; output++) {
        const slope = weight * (slopes[output] ?? 0)
        gradient[output] = (gradient[output] ?? 0) + slope
        const own = groupsAt + group * outputs + output
        if (group >= 0) gradient[own] = (gradient[own] ?? 0) + slope
        for (let unit = 0; unit < size; unit++) {
          const at = kernelAt + unit * outputs + output
          gradient[at] = (gradient[at] ?? 0) + slope * (input[unit] ?? 0)
        }
      }
    }
    return value
  }

  const best = minimise(objective, scalesOf(labelled, precisions, kernelAt))
  return unstandardised(best, { size, outputs, groupsAt, kernelAt, means, deviations })
}

/** Mean and standard deviation of each input over the rows; an input that never varies has the deviation 1. */
function standardise({ size, inputs }: LastLayer, rows: readonly number[]) {
  const means = new Float64Array(size)
  const squares = new Float64Array(size)
  for (const row of rows) {
    for (let unit = 0; unit < size; unit++) {
      const value = inputs[row * size + unit] ?? 0
      means[unit] = (means[unit] ?? 0) + value / rows.length
      squares[unit] = (squares[unit] ?? 0) + (value * value) / rows.length
    }
  }
  const deviations = means.map((mean, unit) => Math.sqrt(Math.max(0, (squares[unit] ?? 0) - mean * mean)))
  const typical = [...deviations].sort((one, other) => one - other)[Math.floor(size / 2)] ?? 0
  // A unit that is nearly always 0 would otherwise get a large weight from a few rows.
  const least = typical > 0 ? typical / 4 : 1
  return { means, deviations: deviations.map(deviation => Math.max(deviation, least)) }
}

function scalesOf(
  { rows, groups, weights, layer }: LabelledRows,
  precisions: Float64Array,
  kernelAt: number,
): Float64Array {
  const { outputs } = layer
  const ofGroup = new Float64Array(kernelAt / outputs)
  let total = 0
  for (const row of rows) {
    const weight = weights[row] ?? 1
    const group = groups[row] ?? -1
    total += weight
    if (group >= 0) ofGroup[group + 1] = (ofGroup[group + 1] ?? 0) + weight
  }
  ofGroup[0] = total
  return precisions.map((precision, at) => {
    const count = at < kernelAt ? (ofGroup[Math.floor(at / outputs)] ?? 0) : total
    return 1 / Math.sqrt(precision + CURVATURE * count)
  })
}

/** The loss of one row in nats; writes its derivative by each logit into `slopes`. */
function lossOf(logits: Float64Array, target: number, hasRelevance: boolean, slopes: Float64Array): number {
  const shared = hasRelevance ? logits.length - 1 : logits.length
  let largest = Number.NEGATIVE_INFINITY
  for (let output = 0; output < shared; output++) largest = Math.max(largest, logits[output] ?? 0)
  let total = 0
  for (let output = 0; output < shared; output++) total += Math.exp((logits[output] ?? 0) - largest)
  const isShared = target < shared
  for (let output = 0; output < shared; output++) {
    const probability = Math.exp((logits[output] ?? 0) - largest) / total
    slopes[output] = isShared ? probability - Number(output === target) : 0
  }
  const loss = isShared ? Math.log(total) + largest - (logits[target] ?? 0) : 0
  if (!hasRelevance) return loss
  const relevance = logits[shared] ?? 0
  const isRelevant = 1 / (1 + Math.exp(-relevance))
  slopes[shared] = isShared ? isRelevant - 1 : isRelevant
  // log(1 + exp(x)) without overflow.
  const positive = Math.max(0, isShared ? -relevance : relevance)
  return loss + positive + Math.log1p(Math.exp(-Math.abs(relevance)))
}

interface Standard {
  readonly size: number
  readonly outputs: number
  readonly groupsAt: number
  readonly kernelAt: number
  readonly means: Float64Array
  readonly deviations: Float64Array
}

/** The same correction for inputs as the network has them. */
function unstandardised(
  point: Float64Array,
  { size, outputs, groupsAt, kernelAt, means, deviations }: Standard,
): Correction {
  const offset = point.slice(0, outputs)
  const kernel = point.slice(kernelAt)
  for (let unit = 0; unit < size; unit++) {
    for (let output = 0; output < outputs; output++) {
      const at = unit * outputs + output
      const weight = (kernel[at] ?? 0) / (deviations[unit] ?? 1)
      kernel[at] = weight
      offset[output] = (offset[output] ?? 0) - weight * (means[unit] ?? 0)
    }
  }
  return { offset, groupOffsets: point.slice(groupsAt, kernelAt), kernel }
}

/** Probabilities of one mention, with a correction or without (null). In the order of the outputs. */
export function answerOf(
  layer: LastLayer,
  row: number,
  correction: Correction | null,
  group: number,
): readonly number[] {
  const { size, outputs, hasRelevance } = layer
  const logits = Array.from({ length: outputs }, (_, output) => {
    let sum = layer.logits[row * outputs + output] ?? 0
    if (correction === null) return sum
    sum += correction.offset[output] ?? 0
    if (group >= 0) sum += correction.groupOffsets[group * outputs + output] ?? 0
    for (let unit = 0; unit < size; unit++) {
      sum += (layer.inputs[row * size + unit] ?? 0) * (correction.kernel[unit * outputs + output] ?? 0)
    }
    return sum
  })
  const shared = hasRelevance ? logits.slice(0, -1) : logits
  const largest = Math.max(...shared)
  const powers = shared.map(logit => Math.exp(logit - largest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  if (!hasRelevance) return powers.map(power => power / total)
  const relevance = 1 / (1 + Math.exp(-(logits.at(-1) ?? 0)))
  return [...powers.map(power => (relevance * power) / total), 1 - relevance]
}
