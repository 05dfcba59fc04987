import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { prefixOf } from '../../src/access/key-text.ts'
import { parseExpiry } from '../../src/cli/keys/expiry.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { pulsoHere } from './pulso.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
})
afterAll(() => {
  vi.unstubAllEnvs()
  return database.drop()
})

const call = (...argv: string[]) => pulsoHere(['keys', ...argv])

test('a key is created, shown once, listed and revoked', async () => {
  expect((await call('list')).stdout).toBe('No keys. Create one: pulso keys create admin --scope ADMIN\n')
  const created = await call('create', 'analyst', '--scope', 'read,REVIEW', '--expires', '90d')
  const secret = created.stdout.trim()
  // Standard output has the key alone, so that a script can take it.
  expect(created).toEqual({
    code: 0,
    stdout: `${secret}\n`,
    stderr: 'The key analyst (READ, REVIEW) is shown only now:\n',
  })
  const prefix = prefixOf(secret)
  expect(prefix).not.toBeNull()
  const listed = await call('list')
  expect(listed.stdout).toMatch(
    new RegExp(`^analyst  pulso_${prefix}_…  READ, REVIEW  expires \\d{4}-\\d{2}-\\d{2}, never used\n$`),
  )
  const admin = JSON.parse((await call('create', 'admin', '--scope', 'ADMIN', '--format', 'json')).stdout)
  expect(admin).toEqual({
    name: 'admin',
    prefix: prefixOf(admin.secret),
    scopes: ['ADMIN'],
    expiresAt: null,
    secret: expect.any(String),
  })
  expect((await call('revoke', 'analyst')).stdout).toBe(`The key analyst (pulso_${prefix}_…) is revoked.\n`)
  const records = JSON.parse((await call('list', '--format', 'json')).stdout) as Record<string, unknown>[]
  expect(records.map(({ name, revokedAt }) => [name, typeof revokedAt])).toEqual([
    ['admin', 'object'],
    ['analyst', 'string'],
  ])
  expect((await call('list', '--format', 'csv')).stdout.split('\n')[0]).toBe(
    '\ufeffname,prefix,scopes,createdAt,expiresAt,lastUsedAt,revokedAt',
  )
  // A leaked key is revoked by itself, and its text is not repeated.
  const leaked = await call('revoke', admin.secret)
  expect([leaked.code, leaked.stdout.includes(admin.secret)]).toEqual([0, false])
})

test('commands that change something are in the audit log', async () => {
  const created = JSON.parse((await call('create', 'logged', '--scope', 'READ', '--format', 'json')).stdout)
  await call('revoke', 'nothing at all')
  const { stdout } = await pulsoHere(['activity', '--limit', '2', '--format', 'json'])
  expect(JSON.parse(stdout)).toEqual([
    expect.objectContaining({ actor: 'COMMAND_LINE', action: 'pulso keys revoke', outcome: 'REFUSED', objects: {} }),
    expect.objectContaining({ action: 'pulso keys create', outcome: 'DONE', objects: { prefix: [created.prefix] } }),
  ])
  expect((await pulsoHere(['activity', '--limit', '1'])).stdout).toMatch(
    /^\d{4}-\S+Z {2}command line {2}pulso keys revoke {2}refused\n$/,
  )
})

test.each([
  [['create', 'a'], "required option '--scope <scopes>' not specified"],
  [['create', 'a', '--scope', 'WRITE'], '--scope WRITE is unknown; use one or more of READ, CLASSIFY, REVIEW, ADMIN.'],
  [['create', 'a', '--scope', ''], '--scope "" is unknown; use one or more of READ, CLASSIFY, REVIEW, ADMIN.'],
  [['create', ' ', '--scope', 'READ'], 'name must not be empty.'],
  [['create', 'x'.repeat(101), '--scope', 'READ'], 'name may have at most 100 characters.'],
  [['create', 'a', '--scope', 'READ', '--expires', 'soon'], '--expires soon is not a time in the future; '],
  [['create', 'a', '--scope', 'READ', '--expires', '2001-01-01'], '--expires 2001-01-01 is not a time in the future; '],
  [['revoke', 'nothing'], 'No key has this prefix or name.'],
  [['revoke', 'a\0b'], 'No key has this prefix or name.'],
])('%j is refused in one line', async (argv, message) => {
  const { code, stdout, stderr } = await call(...argv)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
})

test('keys with one name are revoked by their prefix', async () => {
  for (let count = 0; count < 2; count++) await call('create', 'twin', '--scope', 'READ')
  const { code, stderr } = await call('revoke', 'twin')
  expect([code, stderr]).toEqual([2, '2 keys have this name; give the prefix of the one to revoke.\n'])
  const [{ prefix }] = JSON.parse((await call('list', '--format', 'json')).stdout)
  expect((await call('revoke', prefix)).code).toBe(0)
  expect((await call('revoke', 'twin')).code).toBe(0)
})

test('an expiry is a number of days or hours, a day in UTC, or an instant', () => {
  const now = new Date('2026-03-01T12:00:00Z')
  const read = (text: string) => parseExpiry(text, now).toISOString()
  expect(read('90d')).toBe('2026-05-30T12:00:00.000Z')
  expect(read('12h')).toBe('2026-03-02T00:00:00.000Z')
  expect(read('2030-01-31')).toBe('2030-01-31T00:00:00.000Z')
  expect(read('2030-01-31T10:00:00+01:00')).toBe('2030-01-31T09:00:00.000Z')
  for (const text of ['0d', '-1d', '90', '1w', '2030-02-31', '2026-03-01', '99999999d']) {
    expect(() => read(text)).toThrow('is not a time in the future')
  }
})
