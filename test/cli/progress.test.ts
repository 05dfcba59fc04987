import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { importProgress } from '../../src/cli/import-progress.ts'
import { formatDuration, startProgress } from '../../src/cli/progress.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function readAll(stream: PassThrough): string {
  return (stream.read() as Buffer | null)?.toString() ?? ''
}

test('without a terminal, prints a plain line every ten seconds and one at the end', () => {
  const stream = new PassThrough()
  const progress = startProgress({ label: 'rows', total: 200, unit: 'rows', stream })
  vi.advanceTimersByTime(9_999)
  progress.update(50, 'loss 0.5')
  expect(readAll(stream)).toBe('')
  vi.advanceTimersByTime(1)
  expect(readAll(stream)).toBe('rows 25% | 50/200 rows | 5.0 rows/s | 30s left | loss 0.5\n')
  vi.advanceTimersByTime(10_000)
  progress.update(200)
  progress.stop()
  expect(readAll(stream)).toBe(
    'rows 25% | 50/200 rows | 2.5 rows/s | 1m 00s left | loss 0.5\nrows 100% | 200/200 rows | 10.0 rows/s | 0s left\n',
  )
  vi.advanceTimersByTime(60_000)
  expect(readAll(stream)).toBe('')
})

test('in a terminal, shows a bar', () => {
  const written: string[] = []
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 120 })
  stream.on('data', chunk => written.push(String(chunk)))
  Object.assign(stream, { cursorTo: () => true, clearLine: () => true, moveCursor: () => true })
  const progress = startProgress({ label: 'rows', total: 200, unit: 'rows', stream })
  vi.advanceTimersByTime(1_000)
  progress.update(100)
  progress.stop()
  expect(written.join('')).toContain('rows ============             50% | 100/200 rows | 100 rows/s | 1s left')
})

test('an import counts rows and measures progress by the bytes of its file', () => {
  const write = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const progress = importProgress(1_000)
  vi.advanceTimersByTime(2_000)
  progress.update({ read: 4_000, stored: 3_990, duplicates: 0, relabelled: 0, rejected: 10, undated: 0 }, 250)
  progress.stop()
  expect(write.mock.lastCall?.[0]).toBe('import 25% | 4,000 rows | 2,000 rows/s | 6s left | 10 rejected\n')
  write.mockRestore()
})

test.each([
  [0.4, '0s'],
  [75, '1m 15s'],
  [3_720, '1h 02m'],
])('%d seconds are %s', (seconds, expected) => expect(formatDuration(seconds)).toBe(expected))
