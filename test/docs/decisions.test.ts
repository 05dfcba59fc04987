import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const RECORD = /^# (\d{3})\. (.+)\n\n- Status: (.+)\n- Date: (.+)\n/
const records = readdirSync('docs/decisions').filter(name => /^\d{3}-/.test(name) && !name.startsWith('000-'))
const index = readFileSync('docs/decisions/README.md', 'utf8')

test.each(records)('%s has a status and a date, and its line in the index', name => {
  const [, number, title, status, date] = RECORD.exec(readFileSync(`docs/decisions/${name}`, 'utf8')) ?? []
  expect(name.slice(0, 3)).toBe(number)
  expect(date).toMatch(/^\d{4}-\d{2}-\d{2}(, last changed \d{4}-\d{2}-\d{2})?$/)
  expect(index).toContain(`| [${number}](${name}) | ${title} | ${date} | ${status} |`)
})

test('no number is given twice', () => {
  const numbers = records.map(name => name.slice(0, 3))
  expect(new Set(numbers).size).toBe(numbers.length)
})
