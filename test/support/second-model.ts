import { type Model, modelVersion } from '../../src/ml/network/model.ts'
import { randomModel } from '../ml/network/random-model.ts'

/** A model of random weights under the given name; its words are w1, w2, ... */
export function namedModel(name: string, seed: number): Model {
  const model = randomModel(seed)
  const manifest = { ...model.manifest, name }
  return { ...model, manifest, version: modelVersion(manifest) }
}
