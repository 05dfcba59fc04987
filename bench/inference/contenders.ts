import { join } from 'node:path'
import { MODELS_DIRECTORY } from '../../src/config.ts'
import type { Contender } from './match.ts'
import { startEngine } from './start-engine.ts'

/** The peers that are installed. */
export interface InstalledPeers {
  readonly hasNpmPeers: boolean
  readonly hasTensorFlow: boolean
  /** The interpreter that has Keras; null without. */
  readonly python: string | null
}

const ENGINE_PROCESS = join('bench', 'inference', 'engine-process.ts')
const KERAS_ENGINE = join('bench', 'peers', 'keras_engine.py')

/** Of probabilities. States of 7 bits differ by at most 0.03 on Kaggle's tweets, 0.003 in the root mean square. */
const INT8_TOLERANCE = 0.06

const inNode = (input: 'tokens' | 'text', engine: string, modelDirectory: string) => () =>
  startEngine(process.execPath, ['--import', 'tsx', ENGINE_PROCESS, input, engine, modelDirectory])

/** Engines that run a model's weights on token ids; Pulso's kernel first. */
export function tokenContenders(model: string, peers: InstalledPeers): readonly Contender[] {
  const directory = join(MODELS_DIRECTORY, model)
  const node = (engine: string, isSlow = false): Contender => ({
    engine,
    model,
    isSlow,
    start: inNode('tokens', engine, directory),
  })
  const isSeed = model === 'seed-lstm'
  const { python } = peers
  return [
    node('pulso-wasm'),
    { ...node('pulso-wasm-int8'), tolerance: INT8_TOLERANCE },
    ...(peers.hasNpmPeers ? [node('onnxruntime-node')] : []),
    ...(isSeed ? [node('plain-javascript', true)] : []),
    ...(peers.hasTensorFlow ? [node('tfjs-node', true)] : []),
    ...(peers.hasNpmPeers ? [node('tfjs-wasm', true)] : []),
    ...(isSeed && python !== null
      ? [{ engine: 'keras', model, isSlow: true, start: () => startEngine(python, [KERAS_ENGINE, directory]) }]
      : []),
  ]
}

/** Engines that take raw text; the default model first. */
export function textContenders(models: readonly string[], { hasNpmPeers }: InstalledPeers): readonly Contender[] {
  // Every process loads a model, although the word lists ignore it.
  const directory = join(MODELS_DIRECTORY, models[0] ?? '')
  const wordList = (engine: string, model: string): Contender => ({
    engine,
    model,
    isSlow: false,
    start: inNode('text', engine, directory),
  })
  const pulso = (engine: string) => (model: string) => ({
    engine,
    model,
    isSlow: false,
    start: inNode('text', engine, join(MODELS_DIRECTORY, model)),
  })
  return [
    ...models.map(pulso('pulso-wasm')),
    ...models.slice(0, 1).map(pulso('pulso-wasm-int8')),
    ...(hasNpmPeers ? [wordList('sentiment', 'afinn-165'), wordList('vader-sentiment', 'vader-lexicon')] : []),
  ]
}
