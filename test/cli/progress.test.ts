import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { formatDuration, startProgress } from '../../src/cli/progress.ts'

test.each([
  [0, '0s'],
  [59.4, '59s'],
  [59.6, '1m 00s'],
  [185, '3m 05s'],
  [3720, '1h 02m'],
  [-3, '0s'],
])('%d seconds read as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})

test('where standard error is no terminal, the last line still says how far it came', () => {
  const stream = new PassThrough()
  const progress = startProgress({ label: 'import', total: 200, unit: 'rows', stream })
  progress.update(150, '3 rejected')
  progress.stop()
  expect(String(stream.read())).toMatch(/import .*75% \| 150\/200 rows \| .* rows\/s \| .* left \| 3 rejected/)
})
