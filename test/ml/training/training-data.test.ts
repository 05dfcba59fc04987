import { describe, expect, test } from 'vitest'
import { prepareData } from '../../../src/ml/training/training-data.ts'
import { trialFile, trialRecipe } from './trial-data.ts'

describe('prepareData', () => {
  const data = prepareData(trialRecipe, trialFile())

  test('puts every kept row into exactly one part', () => {
    const ids = [...data.training, ...data.test, ...data.setAside].map(({ row }) => row.id)
    expect(ids).toHaveLength(90)
    expect(new Set(ids).size).toBe(90)
    expect([data.training.length, data.test.length, data.setAside.length]).toEqual([60, 20, 10])
  })

  test('sets the last held-out rows of the permutation aside', () => {
    const all = prepareData({ ...trialRecipe, split: { ...trialRecipe.split, setAside: 1 } }, trialFile())
    const heldOut = [...all.test, ...all.setAside].map(({ row }) => row.id)
    expect([...data.test, ...data.setAside].map(({ row }) => row.id)).toEqual(heldOut)
  })

  test('pads to the longest row of all parts', () => {
    const lengths = [...data.training, ...data.test, ...data.setAside].map(({ tokens }) => tokens.length)
    expect(data.shape.maxTokens).toBe(Math.max(...lengths))
  })

  test('encodes labels as their index among the outputs', () => {
    for (const { row, target } of data.training) expect(trialRecipe.labels[target]).toBe(row.label)
  })

  test('limits only the training rows', () => {
    const limited = prepareData(trialRecipe, trialFile(), 5)
    expect(limited.training).toEqual(data.training.slice(0, 5))
    expect(limited.test).toEqual(data.test)
    expect(limited.vocabulary).toEqual(data.vocabulary)
  })

  test('refuses a file with too few rows', () => {
    expect(() => prepareData(trialRecipe, trialFile(2))).toThrow("trial keeps only 2 of the file's rows")
  })
})
