import { expect, test } from 'vitest'
import { halfPrecision } from '../../../src/ml/keras-import/half-precision.ts'

test('the values of IEEE 754 binary16 match numpy', () => {
  // numpy.array([0, -0.0, 1, -2, 65504, 2**-14, 2**-24, 0.1, inf, -inf, nan], "<f2").tobytes()
  const bytes = [0, 0, 0, 0x80, 0, 0x3c, 0, 0xc0, 0xff, 0x7b, 0, 4, 1, 0, 0x66, 0x2e, 0, 0x7c, 0, 0xfc, 0, 0x7e]
  const values = [0, -0, 1, -2, 65504, 2 ** -14, 2 ** -24, 0.0999755859375, Infinity, -Infinity, NaN]
  expect([...halfPrecision(Uint8Array.from(bytes))]).toEqual(values)
})
