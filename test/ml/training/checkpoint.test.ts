import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readLatestCheckpoint, writeCheckpoint } from '../../../src/ml/training/checkpoint.ts'
import { startState } from '../../../src/ml/training/train-epoch.ts'

const shape = { vocabularySize: 9, embeddingSize: 2, hiddenSize: 3, outputs: 3, maxTokens: 4 }
const run = { recipe: 'trial', dataSha256: 'a'.repeat(64), seed: 5, limit: null }
const EPOCH = { loss: 0.5, accuracy: 0.75 }

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pulso-checkpoint-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const stateAfter = (epochs: number) => {
  const state = startState(shape, run.seed)
  for (let epoch = 0; epoch < epochs; epoch++) state.history.push(EPOCH)
  state.adam.mean.fill(0.25)
  state.adam.square.fill(0.125)
  state.step = 17
  return state
}

test('restores everything that the next step depends on', () => {
  const state = stateAfter(1)
  writeCheckpoint(directory, run, state)
  const saved = readLatestCheckpoint(directory, 15, run, shape)
  expect(saved?.weights.flat).toEqual(state.weights.flat)
  expect(saved?.weights.denseBias).toEqual(state.weights.denseBias)
  expect(saved?.adam).toEqual(state.adam)
  expect(saved?.random.save()).toEqual(state.random.save())
  expect([saved?.step, saved?.history]).toEqual([17, [EPOCH]])
})

test('takes the latest epoch by number, up to the requested one', () => {
  for (const epochs of [2, 9, 10]) writeCheckpoint(directory, run, stateAfter(epochs))
  expect(readLatestCheckpoint(directory, 15, run, shape)?.history).toHaveLength(10)
  expect(readLatestCheckpoint(directory, 9, run, shape)?.history).toHaveLength(9)
  expect(readLatestCheckpoint(directory, 1, run, shape)).toBeNull()
})

test('finds nothing in a directory that is empty or missing', () => {
  expect(readLatestCheckpoint(directory, 15, run, shape)).toBeNull()
  expect(readLatestCheckpoint(join(directory, 'nowhere'), 15, run, shape)).toBeNull()
})

test('does not resume another run', () => {
  writeCheckpoint(directory, run, stateAfter(1))
  expect(() => readLatestCheckpoint(directory, 15, { ...run, seed: 6 }, shape)).toThrow(
    'was trained with seed 5, not 6',
  )
  expect(() => readLatestCheckpoint(directory, 15, { ...run, limit: 10 }, shape)).toThrow('with limit null, not 10')
  expect(() => readLatestCheckpoint(directory, 15, run, { ...shape, hiddenSize: 4 })).toThrow(
    'not a checkpoint of this network',
  )
})

test('refuses a truncated checkpoint, and files of another kind', () => {
  const path = writeCheckpoint(directory, run, stateAfter(1))
  writeFileSync(path, readFileSync(path).subarray(0, -1))
  expect(() => readLatestCheckpoint(directory, 15, run, shape)).toThrow('not a checkpoint of this network')
  writeFileSync(path, 'not a checkpoint')
  expect(() => readLatestCheckpoint(directory, 15, run, shape)).toThrow('not a checkpoint of this network')
})

test('leaves no partial file', () => {
  writeCheckpoint(directory, run, stateAfter(1))
  expect(readdirSync(directory)).toEqual(['epoch-01.checkpoint'])
})
