import type { Machine } from '../machine.ts'
import { machineText } from '../report.ts'
import { textTable } from '../text-table.ts'
import { type Growth, REFERENCE_SIZE } from './run-growth.ts'

/** The cost of each question at each size, and how much more it is than with 75,000 tweets. */
export function growthReport(machine: Machine, growth: Growth): string {
  const questions = [...new Set(growth.map(({ question }) => question))]
  const sizes = [...new Set(growth.map(({ stored }) => stored))]
  const at = (question: string, size: number) =>
    growth.find(measured => measured.question === question && measured.stored === size)
  const rows = questions.map(question => [
    question,
    ...sizes.flatMap(size => {
      const found = at(question, size)
      if (found === undefined) return ['', '']
      return [`${found.medianMs} (${found.low}-${found.high})`, (found.medianMs / found.referenceMs).toFixed(2)]
    }),
  ])
  const header = ['milliseconds', ...sizes.flatMap(size => [size.toLocaleString('en'), `x ${REFERENCE_SIZE / 1000}k`])]
  return [
    '# Growth',
    machineText(machine),
    'The same questions to the server while more and more tweets are stored, spread over 365 days and 100 entities; all but the overview and the ranking by change are about the entity with a fifth of all tweets. Medians and quartiles of one client over HTTP; ratios to a server on 75,000 of them over the same days, asked in turns. Words of these tweets are not indexed.',
    textTable(header, rows, 1),
  ].join('\n\n')
}
