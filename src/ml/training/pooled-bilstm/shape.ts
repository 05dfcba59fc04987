/**
 * Sizes of a network that reads a tweet in both directions and pools its states; `network/manifest.ts` describes the
 * computation.
 */
export interface PooledShape {
  /** Rows of the word table; row 0 is the unknown word. */
  readonly vocabularySize: number
  /** Size of a word's vector, and of its lexicon features. */
  readonly wordSize: number
  readonly lexiconSize: number
  readonly marks: number
  readonly hiddenSize: number
  readonly denseSize: number
}

/** Three sentiment labels and the relevance. */
export const OUTPUTS = 4
/** Maximum, mean and mean over the marked tokens, in two directions. */
export const POOLS = 6
/** No entity, entity mentioned, entity not mentioned. */
const KINDS = 3

export const inputSize = ({ wordSize, lexiconSize, marks }: PooledShape) => wordSize + lexiconSize + marks

/** All trained parameters except the word vectors; views into `flat`. */
export interface PooledParameters {
  readonly flat: Float32Array
  /** [inputSize + hiddenSize, 4 hiddenSize]: input rows, then recurrent rows; gates i, f, c, o, as in Keras. */
  readonly forwardKernel: Float32Array
  readonly forwardBias: Float32Array
  readonly backwardKernel: Float32Array
  readonly backwardBias: Float32Array
  /** [POOLS hiddenSize, denseSize]: for each pool the forward states, then the backward ones. */
  readonly pooledKernel: Float32Array
  /** [KINDS, denseSize] */
  readonly kindBias: Float32Array
  /** [denseSize, OUTPUTS] and [OUTPUTS] */
  readonly headKernel: Float32Array
  readonly headBias: Float32Array
}

const SIZES: readonly (readonly [keyof Omit<PooledParameters, 'flat'>, (shape: PooledShape) => number])[] = [
  ['forwardKernel', shape => (inputSize(shape) + shape.hiddenSize) * 4 * shape.hiddenSize],
  ['forwardBias', shape => 4 * shape.hiddenSize],
  ['backwardKernel', shape => (inputSize(shape) + shape.hiddenSize) * 4 * shape.hiddenSize],
  ['backwardBias', shape => 4 * shape.hiddenSize],
  ['pooledKernel', shape => POOLS * shape.hiddenSize * shape.denseSize],
  ['kindBias', shape => KINDS * shape.denseSize],
  ['headKernel', shape => shape.denseSize * OUTPUTS],
  ['headBias', () => OUTPUTS],
]

export const parameterCount = (shape: PooledShape): number => SIZES.reduce((sum, [, size]) => sum + size(shape), 0)

/** Views into `flat`, or into a new vector of zeros. */
export function pooledParameters(shape: PooledShape, flat = new Float32Array(parameterCount(shape))): PooledParameters {
  if (flat.length !== parameterCount(shape)) {
    throw new Error(`This network has ${parameterCount(shape)} parameters, not ${flat.length}.`)
  }
  let offset = 0
  const views = SIZES.map(([name, size]) => {
    const start = offset
    offset += size(shape)
    return [name, flat.subarray(start, offset)] as const
  })
  return { flat, ...(Object.fromEntries(views) as unknown as Omit<PooledParameters, 'flat'>) }
}

/** 1 for parameters with weight decay, which are the matrices; 0 for biases. */
export function decayedParameters(shape: PooledShape): Uint8Array {
  const isDecayed = new Uint8Array(parameterCount(shape))
  let offset = 0
  for (const [name, size] of SIZES) {
    if (!/bias/i.test(name)) isDecayed.fill(1, offset, offset + size(shape))
    offset += size(shape)
  }
  return isDecayed
}
