import { expect, test } from 'vitest'
import { isUnavailable, unavailableMessage, unusableDatabase } from '../../src/storage/connection-failure.ts'

const withCode = (code: string, message = 'said by the driver') => Object.assign(new Error(message), { code })

/** As Prisma passes on codes that its driver adapter does not know. */
const fromPrisma = (originalCode: string) =>
  Object.assign(new Error('The driver adapter failed.'), {
    code: 'P2039',
    meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode } } },
  })

test.each([
  ['the server is shutting down', withCode('57P01')],
  ['the server is starting', withCode('57P03')],
  ['the connection failed', withCode('08006')],
  ['there are too many sessions', withCode('53300')],
  ['the disk is full', withCode('53100')],
  ['it became a standby', withCode('25006')],
  ['the database was dropped', withCode('3D000')],
  ['the password was changed', withCode('28P01')],
  ['nothing listens', withCode('ECONNREFUSED')],
  ['every address refuses', new AggregateError([withCode('ECONNREFUSED')])],
  ['the session broke', new Error('Connection terminated unexpectedly')],
  ['the server is silent', new Error('Query read timeout')],
  ['the statement took too long', withCode('57014')],
  ['a lock was not released in time', withCode('55P03')],
  ['Prisma reports that the server is starting', fromPrisma('57P03')],
  ['Prisma reports too many sessions', fromPrisma('53300')],
])('a retry may help: %s', (_, error) => {
  expect(isUnavailable(error)).toBe(true)
})

test.each([
  ['a duplicate row', withCode('23505')],
  ['a statement is wrong', withCode('42601')],
  ['Prisma reports a duplicate row', fromPrisma('23505')],
  ['a table is not there', withCode('42P01')],
  ['something of ours failed', new TypeError('x is not a function')],
  ['the thrown value is not an error', 'Connection terminated'],
])('it is a bug: %s', (_, error) => {
  expect(isUnavailable(error)).toBe(false)
})

test('a database that responds but cannot store is not reported as unavailable', () => {
  expect(unavailableMessage(withCode('53100'))).toContain('cannot store data')
  expect(unavailableMessage(withCode('25006'))).toContain('cannot store data')
  expect(unavailableMessage(withCode('57P01'))).toContain('cannot be reached')
})

test('a timed-out statement is not reported as a lost database', () => {
  expect(unavailableMessage(withCode('57014'))).toContain('did not respond in time')
  expect(unavailableMessage(withCode('55P03'))).toContain('did not respond in time')
})

test.each([
  [
    'Prisma',
    named('PrismaClientKnownRequestError', '\nInvalid `count()` invocation in\n/a/file.ts:3\n\n\nThe reason.'),
  ],
  ['a driver', new Error('The reason.\nat a place')],
  ['every address', new AggregateError([new Error('The reason.')])],
])('the operator reads the reason that %s gives', (_, error) => {
  expect(unusableDatabase(error, { name: 'The database' }).message).toBe(
    'The database could not be opened: The reason.',
  )
})

test('a failure without any message has a name', () => {
  const { message } = unusableDatabase(named('PrismaClientInitializationError', ''), { name: 'The database' })
  expect(message).toBe('The database could not be opened: PrismaClientInitializationError.')
})

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}
