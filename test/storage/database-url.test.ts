import { expect, test } from 'vitest'
import { parseDatabaseUrl } from '../../src/storage/database-url.ts'

const locationOf = (url: string) => parseDatabaseUrl(url).location

test.each([
  ['postgresql://ann:secret@db.example:6543/pulso', 'db.example:6543/pulso'],
  ['postgres://ann:secret@db.example/pulso', 'db.example:5432/pulso'],
  ['postgresql://db.example', 'db.example:5432'],
  ['postgresql://[::1]:5433/pulso?sslmode=require', '[::1]:5433/pulso'],
  ['postgresql://ann@localhost/pulso?host=/run/postgresql', '/run/postgresql/pulso'],
  ['postgresql://ann:p%40ss%2Fword@db.example/pulso#x', 'db.example:5432/pulso'],
])('%s is shown as %s, without the password', (url, location) => {
  expect(locationOf(url)).toBe(location)
})

test('sessions use UTC and the schema public, regardless of other parameters of the URL', () => {
  const { connectionString } = parseDatabaseUrl(
    'postgresql://ann:secret@db.example:6543/pulso?sslmode=require&options=-c%20work_mem%3D8MB',
  )
  const url = new URL(connectionString)
  expect(url.searchParams.get('options')).toBe('-c work_mem=8MB -c TimeZone=UTC -c search_path=public')
  expect(url.searchParams.get('sslmode')).toBe('require')
  expect(url.password).toBe('secret')
  expect(url.host).toBe('db.example:6543')
})

test('Prisma’s own parameter for the schema is accepted if it is public, and refused otherwise', () => {
  expect(parseDatabaseUrl('postgresql://db/pulso?schema=public').connectionString).not.toContain('schema=')
  expect(() => parseDatabaseUrl('postgresql://db/pulso?schema=mine')).toThrow('selects the schema "mine"')
})

test('a character that looks like an escape is named', () => {
  expect(() => parseDatabaseUrl('postgresql://ann:100%@db/pulso')).toThrow('write %25 for the character itself')
})

test.each([
  'postgresql://zoe:s3cr/et#x@127.0.0.1:5432/pulso',
  'postgresql://zoe:s3cr?et@127.0.0.1:5432/pulso',
  'postgresql://zoe:123/et@127.0.0.1:5432/pulso',
  'postgresql://zoe:s3cr@et@127.0.0.1:5432/pulso',
  'postgresql://zoe:s3cr#et@127.0.0.1',
])('%s is refused with the correct notation, and no part of the password', url => {
  const refusal = () => parseDatabaseUrl(url)
  expect(refusal).toThrow('a password must escape / as %2F')
  expect(refusal).not.toThrow(/s3cr|zoe|123/)
})
