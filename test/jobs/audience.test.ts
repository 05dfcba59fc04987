import { expect, test } from 'vitest'
import { createAudience } from '../../src/jobs/audience.ts'

test('somebody who waits is present, and for a moment after the answer', () => {
  let now = 0
  const audience = createAudience(100, () => now)
  expect(audience.isPresent()).toBe(false)
  const leave = audience.enter()
  now = 5_000
  expect(audience.isPresent()).toBe(true)
  leave()
  now = 5_099
  expect(audience.isPresent()).toBe(true)
  now = 5_100
  expect(audience.isPresent()).toBe(false)
})

test('whoever leaves twice has left once', () => {
  const audience = createAudience(0, () => 0)
  const [leave] = [audience.enter(), audience.enter()]
  leave()
  leave()
  expect(audience.isPresent()).toBe(true)
})
