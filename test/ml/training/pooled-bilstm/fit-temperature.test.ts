import { expect, test } from 'vitest'
import { fitTemperature } from '../../../../src/ml/training/pooled-bilstm/fit-temperature.ts'

/** Answers that are right as often as they say when their logs are divided by `temperature`. */
function answers(temperature: number) {
  return [0.5, 0.6, 0.75, 0.9].flatMap(honest => {
    const powers = [honest, 1 - honest].map(p => p ** temperature)
    const total = powers.reduce((sum, p) => sum + p, 0)
    const probabilities = powers.map(p => p / total)
    return Array.from({ length: 1000 }, (_, row) => ({ probabilities, label: row < honest * 1000 ? 0 : 1 }))
  })
}

test.each([0.5, 1, 1.7])('answers that are off by a temperature of %d are found out', temperature => {
  expect(fitTemperature(answers(temperature))).toBeCloseTo(temperature, 2)
})

test('without rows nothing is changed', () => {
  expect(fitTemperature([])).toBe(1)
})
