import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArchitecture } from '../../../src/ml/keras-import/architecture.ts'
import { readKerasFile } from '../../../src/ml/keras-import/read-keras-file.ts'

interface Layer {
  class_name: string
  name?: string
  config: Record<string, unknown>
  inbound_nodes?: unknown[]
}
interface Config {
  class_name: string
  config: { layers: Layer[] } & Record<string, unknown>
}

const NAMES = ['plain-keras2', 'plain-keras3', 'functional-keras2', 'functional-keras3'] as const
const configs = new Map<string, unknown>()
for (const name of NAMES) {
  const file = await readKerasFile(join(import.meta.dirname, 'fixtures', `${name}.h5`))
  configs.set(name, file.modelConfig)
}

/** A model written by Keras, with a change. */
function changed(name: (typeof NAMES)[number], change: (model: Config, layer: (kind: string) => Layer) => void) {
  const model = structuredClone(configs.get(name)) as Config
  change(model, kind => {
    const found = model.config.layers.find(({ class_name }) => class_name === kind)
    if (found === undefined) throw new Error(`There is no ${kind}.`)
    return found
  })
  return () => readArchitecture(model)
}
const withLayer = (kind: string, config: Record<string, unknown>) =>
  changed('plain-keras3', (_, layer) => Object.assign(layer(kind).config, config))

describe.each(NAMES)('%s', name => {
  test('is understood', () => {
    const isPlain = name.startsWith('plain')
    expect(readArchitecture(configs.get(name))).toMatchObject({
      vocabularySize: isPlain ? 20 : 70,
      embeddingSize: isPlain ? 6 : 4,
      hiddenSize: isPlain ? 7 : 5,
      units: 3,
      activation: 'softmax',
      isMasked: !isPlain,
      inputLength: 8,
      lstm: { hasBias: isPlain },
      dense: { hasBias: isPlain },
      precision: 'float32',
    })
  })

  test.each<[string, string, RegExp]>([
    ['LSTM', 'GRU', /It has a GRU; Pulso supports Embedding > LSTM > Dense with softmax/],
    ['LSTM', 'Bidirectional', /reads in both directions/],
    ['LSTM', 'CuDNNLSTM', /CuDNNLSTM; load its weights into an LSTM/],
    ['Embedding', 'TextVectorization', /its own TextVectorization/],
    ['LSTM', 'GlobalAveragePooling1D', /Its layers are Embedding > GlobalAveragePooling1D > Dense/],
    ['LSTM', 'Sequential', /Its layers are Embedding > Sequential > Dense/],
  ])('with a %s replaced by a %s is refused', (kind, other, message) => {
    const read = changed(name, (_, layer) => {
      layer(kind).class_name = other
    })
    expect(read).toThrow(message)
  })
})

describe('an option that changes the answer is refused', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['LSTM', { recurrent_activation: 'hard_sigmoid' }, /recurrent_activation=hard_sigmoid; only tanh and sigmoid/],
    ['LSTM', { activation: 'relu' }, /activation=relu/],
    ['LSTM', { activation: { class_name: 'function', config: 'my_tanh' } }, /activation=my_tanh/],
    ['LSTM', { go_backwards: true }, /go_backwards=True/],
    ['LSTM', { stateful: true }, /stateful=True/],
    ['LSTM', { return_sequences: true }, /return_sequences=True/],
    ['LSTM', { return_state: true }, /return_state=True/],
    ['LSTM', { units: 'many' }, /configuration of its layer lstm\w* is invalid: units/],
    ['Dense', { activation: 'linear' }, /3 units with no activation, whose outputs are not probabilities/],
    ['Dense', { activation: 'sigmoid' }, /3 units with sigmoid/],
    ['Dense', { activation: 'softmax', units: 1 }, /1 unit with softmax/],
    ['InputLayer', { batch_shape: [null, 8, 3] }, /rows of the shape \[null,8,3\]/],
    ['InputLayer', { batch_shape: [null, 9] }, /rows of both 9 and 8 tokens/],
  ])('%s %j', (kind, config, message) => {
    expect(withLayer(kind, config)).toThrow(message)
  })

  test('softmax twice', () => {
    const read = changed('functional-keras2', (_, layer) => {
      layer('Dense').config.activation = 'softmax'
    })
    expect(read).toThrow(/softmax and softmax/)
  })
})

describe('a functional model', () => {
  test('whose dropout is active during inference is refused', () => {
    const read = changed('functional-keras3', (_, layer) => {
      const [node] = layer('Dropout').inbound_nodes as { kwargs: Record<string, unknown> }[]
      Object.assign(node?.kwargs ?? {}, { training: true })
    })
    expect(read).toThrow(/is called with training=True, so its results are random/)
    const old = changed('functional-keras2', (_, layer) => {
      layer('Dropout').inbound_nodes = [[['embedding_2', 0, 0, { training: true }]]]
      layer('Embedding').name = 'embedding_2'
    })
    expect(old).toThrow(/is called with training=True/)
  })

  test('that branches is refused', () => {
    const read = changed('functional-keras2', (model, layer) => {
      model.config.layers.push({ ...structuredClone(layer('LSTM')), name: 'second' })
    })
    expect(read).toThrow(/are not a chain/)
  })

  test('with two inputs is refused', () => {
    const read = changed('functional-keras3', (model, layer) => {
      model.config.layers.push({ ...structuredClone(layer('InputLayer')), name: 'entity' })
    })
    expect(read).toThrow(/It has 2 inputs/)
  })

  test('that masks a token other than the padding is refused', () => {
    const read = changed('functional-keras3', (_, layer) => {
      const [node] = layer('NotEqual').inbound_nodes as { args: unknown[] }[]
      if (node) node.args[1] = 5
    })
    expect(read).toThrow(/masks values other than the zeros/)
  })

  test('whose layer is used twice is refused', () => {
    const read = changed('functional-keras3', (_, layer) => {
      const embedding = layer('Embedding')
      embedding.inbound_nodes = [...(embedding.inbound_nodes ?? []), ...(embedding.inbound_nodes ?? [])]
    })
    expect(read).toThrow(/is used 2 times, not once/)
  })
})

test('a sequential model of Keras 2.2, whose layers are a plain list, is read', () => {
  const { layers } = (configs.get('plain-keras2') as Config).config
  expect(readArchitecture({ class_name: 'Sequential', config: layers })).toMatchObject({ units: 3, inputLength: 8 })
})

test.each([null, [], {}, { class_name: 'Sequential', config: {} }])('%j is not a configuration', config => {
  expect(() => readArchitecture(config)).toThrow('not in the format of Keras 2 or 3')
})

test('a subclassed model is refused', () => {
  expect(() => readArchitecture({ class_name: 'MyModel', config: { layers: [] } })).toThrow(/Its class is MyModel/)
})
