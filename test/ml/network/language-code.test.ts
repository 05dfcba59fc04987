import { expect, test } from 'vitest'
import { packLanguage, unpackLanguage } from '../../../src/ml/network/language-code.ts'

test.each(['en', 'es', 'ceb', null])('%s survives the transfer', code => {
  expect(unpackLanguage(packLanguage(code))).toBe(code)
})
