import { expect, test } from 'vitest'
import { describeWrongLabels, wrongLabels } from '../../web/numbers/wrong-labels.ts'

const accuracy = { value: 0.41, low: 0.38, high: 0.44, sampleSize: 1142 }

test('the share of wrong labels mirrors accuracy, and names the tweets that it was measured on', () => {
  expect(describeWrongLabels({ source: 'HUMAN_LABELS', isOfEntity: true, accuracy })).toMatch(
    /^The model labels 59 % of its labelled tweets wrongly \(56 % to 62 %, n 1,142\)\.$/,
  )
  expect(wrongLabels({ source: 'EVALUATION', isOfEntity: false, accuracy })?.of).toBe('test tweets in general')
})

test('what was not measured is not described', () => {
  const unknown = { value: null, low: null, high: null, sampleSize: 0 }
  for (const reliability of [null, { source: 'EVALUATION', isOfEntity: true, accuracy: unknown } as const]) {
    expect(wrongLabels(reliability)).toBeNull()
    expect(describeWrongLabels(reliability)).toBe('')
  }
})
