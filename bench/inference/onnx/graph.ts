import { bytesField, messageField, numberField } from './protobuf.ts'

/** Numbers of fields and types as in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto. */
const ELEMENT = { float: 1, int32: 6, int64: 7 } as const
const ATTRIBUTE = { int: 2, string: 3, ints: 7 } as const
/** Supported by all recent versions of ONNX Runtime. */
const IR_VERSION = 8
const OPSET = 17

type ElementType = keyof typeof ELEMENT
type Attribute = number | string | readonly number[]

/** A tensor that is an input or output of each call; a named size is variable. */
interface Port {
  readonly name: string
  readonly type: ElementType
  readonly shape: readonly (number | string)[]
}

export interface Node {
  readonly operator: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes?: Readonly<Record<string, Attribute>>
}

/** A tensor that is part of the model, row-major. */
export interface Constant {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array | Int32Array | BigInt64Array
}

export interface Graph {
  readonly inputs: readonly Port[]
  readonly outputs: readonly Port[]
  readonly constants: readonly Constant[]
  readonly nodes: readonly Node[]
}

/** The bytes of an ONNX model file. */
export const onnxModel = ({ inputs, outputs, constants, nodes }: Graph): Uint8Array =>
  Buffer.concat([
    numberField(1, IR_VERSION),
    messageField(
      7,
      ...nodes.map(node => messageField(1, ...nodeFields(node))),
      bytesField(2, 'network'),
      ...constants.map(constant => messageField(5, ...constantFields(constant))),
      ...inputs.map(port => messageField(11, ...portFields(port))),
      ...outputs.map(port => messageField(12, ...portFields(port))),
    ),
    messageField(8, bytesField(1, ''), numberField(2, OPSET)),
  ])

const nodeFields = ({ operator, inputs, outputs, attributes = {} }: Node): readonly Uint8Array[] => [
  ...inputs.map(name => bytesField(1, name)),
  ...outputs.map(name => bytesField(2, name)),
  bytesField(4, operator),
  ...Object.entries(attributes).map(([name, value]) => messageField(5, bytesField(1, name), ...attributeFields(value))),
]

function attributeFields(value: Attribute): readonly Uint8Array[] {
  if (typeof value === 'number') return [numberField(3, value), numberField(20, ATTRIBUTE.int)]
  if (typeof value === 'string') return [bytesField(4, value), numberField(20, ATTRIBUTE.string)]
  return [...value.map(item => numberField(8, item)), numberField(20, ATTRIBUTE.ints)]
}

const constantFields = ({ name, shape, values }: Constant): readonly Uint8Array[] => [
  ...shape.map(size => numberField(1, size)),
  numberField(2, ELEMENT[elementType(values)]),
  bytesField(8, name),
  bytesField(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
]

const elementType = (values: Constant['values']): ElementType =>
  values instanceof Float32Array ? 'float' : values instanceof Int32Array ? 'int32' : 'int64'

const portFields = ({ name, type, shape }: Port): readonly Uint8Array[] => {
  const sizes = shape.map(size =>
    messageField(1, typeof size === 'number' ? numberField(1, size) : bytesField(2, size)),
  )
  return [
    bytesField(1, name),
    messageField(2, messageField(1, numberField(1, ELEMENT[type]), messageField(2, ...sizes))),
  ]
}
