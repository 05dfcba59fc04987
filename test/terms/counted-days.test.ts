import { expect, test } from 'vitest'
import { countedDays } from '../../src/terms/counted-days.ts'

const range = (from: string | null, to: string | null) => ({
  from: from === null ? null : new Date(from),
  to: to === null ? null : new Date(to),
})

test.each([
  [range('2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'), range('2026-01-02', '2026-01-03')],
  [range('2026-01-02T23:59:59.999Z', '2026-01-03T00:00:00.001Z'), range('2026-01-02', '2026-01-04')],
  [range('2026-01-02T10:00:00+05:30', '2026-01-02T11:00:00+05:30'), range('2026-01-02', '2026-01-03')],
  [range('2026-01-02T00:00:00Z', '9999-12-31T12:00:00Z'), range('2026-01-02', null)],
  [range(null, '1969-12-31T12:00:00Z'), range(null, '1970-01-01')],
])('the whole days of %j are %j', (given, counted) => {
  expect(countedDays(given)).toEqual(counted)
})
