import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { UsageError } from '../../src/problem/problem.ts'
import { openStorage } from '../../src/storage/open-storage.ts'
import { createDatabase, dropDatabase, urlOfDatabase } from '../support/databases.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const open = (databaseUrl: string) => openStorage({ databaseUrl, dataDirectory: null })

async function refusalOf(databaseUrl: string): Promise<string> {
  const error = await open(databaseUrl).then(
    () => null,
    (failure: unknown) => failure,
  )
  expect(error).toBeInstanceOf(UsageError)
  const { message, exitCode } = error as UsageError
  expect(exitCode).toBe(2)
  expect(message).not.toContain('\n')
  return message
}

describe('an open storage', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  test('returns the stored instant, through Prisma and through SQL', async () => {
    const { prisma, pool } = database.storage
    const instant = new Date('2026-07-01T22:30:00.123Z')
    await prisma.entity.create({
      data: { id: '01890000-0000-7000-8000-00000000000a', name: 'x', key: 'x', createdAt: instant },
    })
    expect((await prisma.entity.findUniqueOrThrow({ where: { key: 'x' } })).createdAt).toEqual(instant)
    const { rows } = await pool.query(
      `SELECT created_at, to_char(created_at, 'YYYY-MM-DD HH24:MI:SS.MS') AS shown FROM entity WHERE key = 'x'`,
    )
    expect(rows).toEqual([{ created_at: instant, shown: '2026-07-01 22:30:00.123' }])
  })

  test('survives the end of its idle sessions', async () => {
    const said: string[] = []
    const storage = await openStorage({ databaseUrl: database.url, dataDirectory: null }, message => said.push(message))
    await storage.pool.query('SELECT 1')
    await database.storage.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    await expect.poll(() => said.join(), { timeout: 10_000 }).toContain('A database session ended')
    expect(await storage.prisma.entity.count()).toBeGreaterThan(0)
    await storage.close()
  })
})

describe('an unusable database is refused in one line', () => {
  test('if no server listens', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => probe.once('listening', resolve))
    const address = probe.address()
    const port = typeof address === 'object' ? address?.port : 0
    await new Promise(resolve => probe.close(resolve))
    expect(await refusalOf(`postgresql://ann:secret@127.0.0.1:${port}/pulso`)).toBe(
      `The database at 127.0.0.1:${port}/pulso (DATABASE_URL) refuses connections: is the server running, and are host and port right.`,
    )
  })

  test('if the socket does not exist', async () => {
    expect(await refusalOf('postgresql://ann@localhost/pulso?host=/nowhere')).toContain(
      'no server listens on that socket',
    )
  })

  test('if another kind of server responds', async () => {
    const other = createServer(socket => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? address?.port : 0
    expect(await refusalOf(`postgresql://ann:secret@127.0.0.1:${port}/pulso`)).toContain('could not be opened: ')
    await new Promise(resolve => other.close(resolve))
  })

  test('if the database does not exist', async () => {
    const url = urlOfDatabase(inject('databaseServer').url, 'pulso_nobody_made_this')
    expect(await refusalOf(url)).toContain('does not exist: create it first')
  })

  test('if it is read-only, although it has the tables', async () => {
    const database = await createTestDatabase()
    try {
      const name = new URL(database.url).pathname.slice(1)
      await database.storage.pool.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = on`)
      expect(await refusalOf(database.url)).toContain('is read-only: use a primary server')
    } finally {
      await database.drop()
    }
  })

  test('if its tables belong to another role', async () => {
    const database = await createTestDatabase()
    try {
      await database.storage.pool.query(
        `CREATE ROLE pulso_reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO pulso_reader`,
      )
      const url = new URL(database.url)
      url.username = 'pulso_reader'
      expect(await refusalOf(url.href)).toContain('does not let this user write to its tables')
    } finally {
      await database.storage.pool.query('DROP OWNED BY pulso_reader; DROP ROLE pulso_reader')
      await database.drop()
    }
  })

  test('if text is stored in another encoding', async () => {
    const server = inject('databaseServer').url
    await createDatabase(server, 'pulso_test_latin', "template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'")
    try {
      expect(await refusalOf(urlOfDatabase(server, 'pulso_test_latin'))).toContain(
        'stores text as SQL_ASCII; Pulso needs UTF8',
      )
    } finally {
      await dropDatabase(server, 'pulso_test_latin')
    }
  })
})
