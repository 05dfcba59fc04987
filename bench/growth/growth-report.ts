import type { Machine } from '../machine.ts'
import { machineText } from '../report.ts'
import { textTable } from '../text-table.ts'
import type { Growth } from './run-growth.ts'

/** What ratios are to, where it was measured. */
const REFERENCE = 75_000

/** The cost of each question at each size, and how much more it is than at 75,000 tweets. */
export function growthReport(machine: Machine, growth: Growth): string {
  const questions = [...new Set(growth.map(({ question }) => question))]
  const sizes = [...new Set(growth.map(({ stored }) => stored))]
  const at = (question: string, size: number) =>
    growth.find(measured => measured.question === question && measured.stored === size)
  const rows = questions.map(question => [
    question,
    ...sizes.flatMap(size => {
      const found = at(question, size)
      const reference = at(question, REFERENCE)?.medianMs
      if (found === undefined) return ['', '']
      const ratio = reference === undefined ? '' : (found.medianMs / reference).toFixed(2)
      return [`${found.medianMs} (${found.low}-${found.high})`, ratio]
    }),
  ])
  const header = ['milliseconds', ...sizes.flatMap(size => [size.toLocaleString('en'), `x ${REFERENCE / 1000}k`])]
  return [
    '# Growth',
    machineText(machine),
    'The same questions to the server while more and more tweets are stored, spread over 365 days and 100 entities; all but the overview are about the entity with a fifth of all tweets. Medians and quartiles of one client over HTTP. Words of these tweets are not indexed.',
    textTable(header, rows, 1),
  ].join('\n\n')
}
