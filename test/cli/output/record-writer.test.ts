import { expect, test } from 'vitest'
import { recordWriter } from '../../../src/cli/output/record-writer.ts'

test('in CSV, a negative number stays a number, and a text cannot become a formula', () => {
  const { next } = recordWriter('csv', { columns: ['a', 'b', 'c.low'], text: String })
  expect(next([{ a: -0.25, b: '=1', c: { low: -1 } }])).toBe("\u{feff}a,b,c.low\n-0.25,'=1,-1\n")
  expect(next([{ a: 2, b: '-0.25', c: { low: null } }])).toBe("2,'-0.25,\n")
})

test('in JSON, a text keeps its line separators', () => {
  const { next, end } = recordWriter<object>('json', { columns: [], text: String })
  const records = [{ text: 'a\u2028b\u2029c\nd\re' }, { part: { list: [1] } }]
  const written = next(records) + end()
  expect(JSON.parse(written)).toEqual(records)
  expect(written).toContain('\n  {\n    "part": {\n      "list": [\n')
})
