import { expect, test } from 'vitest'
import { countFailedAttempts } from '../../src/access/failed-attempts.ts'

test('an address has to wait after its last failure, and others do not', async () => {
  const failures = countFailedAttempts(2)
  for (let count = 0; count < 2; count++) {
    expect(await failures.waitSeconds('192.0.2.1')).toBe(0)
    await failures.add('192.0.2.1')
  }
  expect(await failures.waitSeconds('192.0.2.1')).toBeGreaterThan(0)
  expect(await failures.waitSeconds('192.0.2.1')).toBeLessThanOrEqual(60)
  expect(await failures.waitSeconds('192.0.2.2')).toBe(0)
  // More failures do not prolong the wait, and are no error.
  await failures.add('192.0.2.1')
})

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:1:2:3', true],
  ['2001:db8::1', '2001:db8:0:0:9::', true],
  ['::1', '::2', true],
  ['fe80::1%eth0', 'fe80::2', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.2', false],
])('%s and %s count together: %s', async (one, other, areTogether) => {
  const failures = countFailedAttempts(1)
  await failures.add(one)
  expect((await failures.waitSeconds(other)) > 0).toBe(areTogether)
})
