import { expect, test } from 'vitest'
import { fitTemperature } from '../../../../src/ml/training/pooled-bilstm/fit-temperature.ts'

/** Results that are calibrated after dividing their logs by `temperature`. */
function answers(temperature: number) {
  return [0.5, 0.6, 0.75, 0.9].flatMap(honest => {
    const powers = [honest, 1 - honest].map(p => p ** temperature)
    const total = powers.reduce((sum, p) => sum + p, 0)
    const probabilities = powers.map(p => p / total)
    return Array.from({ length: 1000 }, (_, row) => ({ probabilities, label: row < honest * 1000 ? 0 : 1 }))
  })
}

test.each([0.5, 1, 1.7])('recovers a temperature of %d', temperature => {
  expect(fitTemperature(answers(temperature))).toBeCloseTo(temperature, 2)
})

test('nothing is changed without rows', () => {
  expect(fitTemperature([])).toBe(1)
})
