// Prints each failed test of a report by Vitest's JSON reporter, with the first lines of its message: node .ci/failed-tests.js REPORT
import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const LINES_OF_A_MESSAGE = 4

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const shorten = message =>
  stripVTControlCharacters(message ?? '')
    .split('\n', LINES_OF_A_MESSAGE)
    .join(' | ')
for (const file of report.testResults) {
  for (const test of file.assertionResults)
    if (test.status === 'failed')
      console.log(`test: ${file.name} > ${test.fullName}: ${shorten(test.failureMessages?.[0])}`)
  // A file that could not be loaded, or whose hooks failed, has no failed test.
  if (file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'))
    console.log(`file: ${file.name}: ${shorten(file.message)}`)
}
