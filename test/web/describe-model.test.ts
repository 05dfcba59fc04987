import { expect, test } from 'vitest'
import { describeModel } from '../../web/models/describe-model.ts'

test('a model is named for people, without the digits of its version', () => {
  expect(describeModel({ version: 'pulso@5a74def2f399', trainedAt: '2026-11-24T19:48:00Z' })).toBe(
    'model pulso, 24 Nov 2026',
  )
  expect(describeModel({ version: 'my-model@0123456789ab', trainedAt: null })).toBe('model my-model')
  expect(describeModel({ version: 'odd@name@0123456789ab', trainedAt: null })).toBe('model odd@name')
})
