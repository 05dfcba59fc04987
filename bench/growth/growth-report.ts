import type { Machine } from '../machine.ts'
import { machineText } from '../report.ts'
import { textTable } from '../text-table.ts'
import { type Growth, REFERENCE_SIZE } from './run-growth.ts'

/** The cost of each query at each size, and its ratio to the cost with 75,000 tweets. */
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
    'The same queries to the server while more and more tweets are stored, spread over 365 days and 100 entities. All queries except the overview and the ranking by change are about the entity with a fifth of all tweets. Figures are medians and quartiles of one client over HTTP. Ratios are to a server with 75,000 of the tweets over the same days, queried in alternation. The words of these tweets are not indexed.',
    textTable(header, rows, 1),
  ].join('\n\n')
}
