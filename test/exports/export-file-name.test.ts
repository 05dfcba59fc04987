import { expect, test } from 'vitest'
import { exportFileName } from '../../src/exports/export-file-name.ts'

const NOW = new Date('2026-11-24T23:59:59Z')

test.each([
  [null, 'pulso-2026-11-24.csv'],
  ['Call of Duty: Cold War', 'pulso-call-of-duty-cold-war-2026-11-24.csv'],
  ['Nestlé', 'pulso-nestle-2026-11-24.csv'],
  ['../../etc/passwd"\r\nX: y', 'pulso-etc-passwd-x-y-2026-11-24.csv'],
  ['任天堂', 'pulso-2026-11-24.csv'],
  ['x'.repeat(200), `pulso-${'x'.repeat(60)}-2026-11-24.csv`],
])('the export of %j has the file name %s', (entity, name) => {
  expect(exportFileName(entity, 'csv', NOW)).toBe(name)
})
