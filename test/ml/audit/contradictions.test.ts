import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LABELS } from '../../../src/labels.ts'
import { findContradictions } from '../../../src/ml/audit/contradictions.ts'
import { rowOf } from './made-tweets.ts'

test('rows with the same text and entity but other labels limit the accuracy', () => {
  const rows = [
    rowOf({ text: 'It works', entity: 'Xbox', label: 'POSITIVE' }),
    rowOf({ text: 'it works!', entity: '#xbox', label: 'POSITIVE' }),
    rowOf({ text: 'IT WORKS https://t.co/abc', entity: '@Xbox', label: 'NEUTRAL' }),
    rowOf({ text: 'it works', entity: 'PlayStation', label: 'NEGATIVE' }),
    rowOf({ text: 'never again', label: 'NEGATIVE' }),
    rowOf({ text: 'never again', label: 'NEGATIVE' }),
    rowOf({ text: 'alone', label: 'NEUTRAL' }),
    rowOf({ text: 'alone as well', label: 'NEUTRAL' }),
  ]
  expect(findContradictions(rows)).toEqual({
    repeatedRowCount: 5,
    contradictoryTextCount: 1,
    contradictoryRowCount: 3,
    minorityRowCount: 1,
    accuracyCeiling: 7 / 8,
    entityDependentTextCount: 1,
  })
})

test('no function of text and entity exceeds the ceiling, and the best one reaches it', () => {
  const aRow = fc.record({
    text: fc.constantFrom('one', 'two', 'three'),
    entity: fc.constantFrom('Xbox', null),
    label: fc.constantFrom(...LABELS),
  })
  fc.assert(
    fc.property(fc.array(aRow, { minLength: 1 }), drawn => {
      const rows = drawn.map(rowOf)
      // Tries every label for each pair of text and entity.
      const pairs = [...new Set(rows.map(({ text, entity }) => `${text} ${entity}`))]
      const best = pairs.map(pair =>
        Math.max(
          ...LABELS.map(
            label => rows.filter(row => `${row.text} ${row.entity}` === pair && row.label === label).length,
          ),
        ),
      )
      const ceiling = best.reduce((sum, right) => sum + right, 0) / rows.length
      expect(findContradictions(rows).accuracyCeiling).toBeCloseTo(ceiling, 12)
    }),
  )
})
