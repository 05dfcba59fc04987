import { type Model, tensorOf } from '../../../src/ml/network/model.ts'
import type { Constant } from './graph.ts'

/** ONNX's gates i, o, f, c in Keras's order i, f, c, o. */
const KERAS_GATES = [0, 3, 1, 2]

/** The weights W, R and B of an LSTM with one or two directions, named as in ONNX's documentation. */
export function lstmConstants(model: Model, directions: readonly string[], inputSize: number): readonly Constant[] {
  const { hiddenSize } = model.manifest.network
  const gates = 4 * hiddenSize
  const joined = (part: (direction: string) => Float32Array) => joinAll(directions.map(part))
  const transposed = (name: string, rows: number) => byGate(tensorOf(model, name), rows, hiddenSize)
  return [
    {
      name: 'W',
      shape: [directions.length, gates, inputSize],
      values: joined(direction => transposed(`${direction}/kernel`, inputSize)),
    },
    {
      name: 'R',
      shape: [directions.length, gates, hiddenSize],
      values: joined(direction => transposed(`${direction}/recurrent_kernel`, hiddenSize)),
    },
    {
      name: 'B',
      shape: [directions.length, 2 * gates],
      // ONNX has a second bias, for the recurrent half.
      values: joined(direction => joinAll([transposed(`${direction}/bias`, 1), new Float32Array(gates)])),
    },
  ]
}

/** Keras's [rows, 4 x hidden] to ONNX's [4 x hidden, rows]. */
function byGate(matrix: Float32Array, rows: number, hiddenSize: number): Float32Array {
  const gates = 4 * hiddenSize
  return Float32Array.from({ length: rows * gates }, (_, at) => {
    const [line, row] = [Math.floor(at / rows), at % rows]
    const column = (KERAS_GATES[Math.floor(line / hiddenSize)] ?? 0) * hiddenSize + (line % hiddenSize)
    return matrix[row * gates + column] ?? 0
  })
}

function joinAll(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
