import { CsvError, parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitRecords } from '../../src/tables/split-records.ts'

const FORMATS = [
  { delimiter: ',', lineEnd: '\n' },
  { delimiter: '\t', lineEnd: '\n' },
  { delimiter: ';', lineEnd: '\r' },
] as const

const isBlank = ([first, ...others]: readonly string[]) => others.length === 0 && first?.trim() === ''

/** csv-parse's result for the whole, without blank rows; null for a fault. */
function byCsvParse(content: string, { delimiter, lineEnd }: (typeof FORMATS)[number]) {
  const recordDelimiter = lineEnd === '\r' ? ['\r'] : ['\r\n', '\n']
  try {
    const options = { delimiter, record_delimiter: recordDelimiter, relax_column_count: true }
    return (parse(Buffer.from(content), options) as string[][]).filter(cells => !isBlank(cells))
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

const content = fc.string({
  unit: fc.constantFrom('a', '"', '""', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '😀', ',"b"', '"c\nd",', '"\n"'),
  maxLength: 40,
})

test.each(FORMATS)('the records match csv-parse, up to its first fault: %j', format => {
  fc.assert(
    fc.property(content, text => {
      const all = byCsvParse(text, format)
      const { records, usedBytes, lines, end } = splitRecords(Buffer.from(text), format, true)
      const cells = records.map(record => record.cells).filter(record => !isBlank(record))
      const used = Buffer.from(text).toString('utf8', 0, usedBytes)
      expect(lines).toBe(used.split(format.lineEnd).length - 1)
      for (const { linesBefore } of records) expect(linesBefore).toBeLessThanOrEqual(lines)
      if (end === 'complete') expect(cells).toEqual(all)
      else {
        expect(all).toBeNull()
        expect(cells).toEqual(byCsvParse(used, format))
      }
    }),
    { numRuns: 3000 },
  )
})

test('conforming records are read to the end', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '😀') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, lineEnd, isOpen) => {
      const lines = rows.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(','))
      const text = lines.join(lineEnd) + (isOpen ? '' : lineEnd)
      const { records, end, usedBytes } = splitRecords(Buffer.from(text), FORMATS[0], true)
      if (text.trim() !== '') expect(records.map(({ cells }) => cells)).toEqual(rows)
      expect(end).toBe('complete')
      expect(usedBytes).toBe(Buffer.byteLength(text))
    }),
  )
})

test.each([
  ['1,a\n2,b', 4, 'unfinished'],
  ['1,a\n2,"b', 4, 'open'],
  ['1,a\n2,"b"', 4, 'unfinished'],
  ['1,a\n2,b"c"\n', 4, 'stray'],
  ['1,a\n2,"b"c\n', 4, 'stray'],
  ['1,a\n2,"b\nc"\n', 12, 'complete'],
] as const)('if more may follow, %j is used up to byte %i: %s', (text, usedBytes, end) => {
  expect(splitRecords(Buffer.from(text), FORMATS[0], false)).toMatchObject({ usedBytes, end })
})
