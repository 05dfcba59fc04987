import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { joinEmbeddedServer } from '../../../src/storage/embedded-postgres/join-server.ts'
import { isAlive, readPostmasterFile } from '../../../src/storage/embedded-postgres/postmaster-file.ts'
import type { Server } from '../../../src/storage/server.ts'
import { makeDataDirectory } from '../../support/data-directory.ts'
import { skippedBecause } from '../../support/skipped-because.ts'

let base: Awaited<ReturnType<typeof makeDataDirectory>>
let data: string
let joined: Server[]
let said: string[]

/** Made once and copied, because making a cluster takes longer than the tests with it. */
let made: Awaited<ReturnType<typeof makeDataDirectory>>

beforeAll(async () => {
  made = await makeDataDirectory()
  const server = await joinEmbeddedServer(made.path, () => {})
  await server.leave()
})
afterAll(() => made.remove())

beforeEach(async () => {
  base = await makeDataDirectory()
  data = base.path
  joined = []
  said = []
})
afterEach(async () => {
  await Promise.all(joined.map(server => server.leave()))
  await base.remove()
})

/** Each call is a separate user of the server, like another process. */
async function enter(): Promise<Server> {
  const server = await joinEmbeddedServer(data, message => said.push(message))
  joined.push(server)
  return server
}

/** Variables that PostgreSQL's clients read, with misleading values. */
const MISLEADING = { PGPORT: '1', PGSSLMODE: 'require', PGOPTIONS: '-c nonsense=1', PGHOST: 'nowhere.example' }

async function leave(server: Server): Promise<void> {
  joined = joined.filter(other => other !== server)
  await server.leave()
}

async function ask(server: Server, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.url })
  client.on('error', () => {})
  await client.connect()
  try {
    return Object.values((await client.query(query)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

/** With its owner, who differs from root. */
const copyCluster = () => execFileSync('cp', ['-a', join(made.path, 'postgres'), data])

const cluster = () => join(data, 'postgres')
const pidFile = () => join(cluster(), 'postmaster.pid')

async function postmaster(): Promise<number | null> {
  const file = await readPostmasterFile(pidFile())
  return file !== null && (await isAlive(file)) ? file.pid : null
}

describe('the embedded server', { timeout: 120_000 }, () => {
  test('starts on an empty directory and is stopped by the last process that leaves', async () => {
    const first = await enter()
    const second = await enter()
    const pid = await postmaster()
    expect(pid).not.toBeNull()
    await leave(first)
    expect(await postmaster()).toBe(pid)
    expect(await ask(second, 'SELECT 1')).toBe(1)
    await leave(second)
    expect(await postmaster()).toBeNull()
    await expect(readFile(pidFile())).rejects.toThrow('ENOENT')
  })

  test('keeps data durably: fsync, checksums, no network, UTC', async () => {
    copyCluster()
    const first = await enter()
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer')
    await leave(first)
    const second = await enter()
    expect(await ask(second, 'SELECT answer FROM kept')).toBe(42)
    const settings = [
      'fsync',
      'full_page_writes',
      'synchronous_commit',
      'data_checksums',
      'listen_addresses',
      'TimeZone',
    ]
    const found = await Promise.all(settings.map(name => ask(second, `SELECT current_setting('${name}')`)))
    expect(found).toEqual(['on', 'on', 'on', 'on', '', 'UTC'])
    expect(second.location).toBe(data)
  })

  test('is one, even if several processes start it at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, enter))
    const pids = await Promise.all(all.map(server => ask(server, `SELECT pg_read_file('postmaster.pid')`)))
    expect(new Set(pids).size).toBe(1)
    expect((await readdir(data)).filter(name => name.includes('new'))).toEqual([])
  })

  test('is available to a process that joins while another leaves', async () => {
    copyCluster()
    for (let round = 0; round < 5; round++) {
      const first = await enter()
      const [second] = await Promise.all([enter(), leave(first)])
      expect(await ask(second, 'SELECT 1')).toBe(1)
      await leave(second)
    }
  })

  test('is restarted for its users when it dies', async () => {
    copyCluster()
    const server = await enter()
    await ask(server, 'CREATE TABLE kept AS SELECT 42 AS answer')
    process.kill((await postmaster()) ?? 0, 'SIGKILL')
    await expect.poll(() => ask(server, 'SELECT answer FROM kept').catch(() => null), { timeout: 20_000 }).toBe(42)
    expect(said).toContain('The embedded database stopped; restarting it.')
  })

  test('leaves nothing running when its last user leaves during a restart', async () => {
    copyCluster()
    const server = await enter()
    process.kill((await postmaster()) ?? 0, 'SIGKILL')
    await expect.poll(() => said, { timeout: 20_000, interval: 1 }).not.toEqual([])
    await pause(30)
    await leave(server)
    expect(await postmaster()).toBeNull()
  })

  test("is found regardless of variables of PostgreSQL's clients in the environment", async () => {
    copyCluster()
    const before = { ...process.env }
    Object.assign(process.env, MISLEADING)
    try {
      expect(await ask(await enter(), 'SHOW timezone')).toBe('UTC')
    } finally {
      for (const name of Object.keys(MISLEADING)) delete process.env[name]
      Object.assign(process.env, before)
    }
  })

  test('is found if its file lacks the directory of its socket', async () => {
    copyCluster()
    await enter()
    const lines = (await readFile(pidFile(), 'utf8')).split('\n')
    await writeFile(pidFile(), [...lines.slice(0, 4), '', ''].join('\n'))
    expect(await ask(await enter(), 'SELECT 1')).toBe(1)
  })

  test.each<[string, () => string]>([
    ['names a process that is another program by now', () => `${process.pid}\n${cluster()}\n1\n5432\n${cluster()}\n\n`],
    ['names a process that is gone', () => `${2 ** 22 + 1}\n${cluster()}\n1\n5432\n${cluster()}\n\n`],
    ['was cut off by a crash', () => ''],
  ])('starts if a postmaster.pid %s', async (_, content) => {
    copyCluster()
    for (const path of [pidFile(), join(cluster(), '.s.PGSQL.5432.lock')]) {
      await writeFile(path, content())
      const long = new Date(Date.now() - 60_000)
      await utimes(path, long, long)
    }
    expect(await ask(await enter(), 'SELECT 1')).toBe(1)
  })

  test('starts below a path that is too long for a socket', async () => {
    data = join(base.path, 'a-long-way-down/'.repeat(6))
    const server = await enter()
    expect(await ask(server, `SELECT current_setting('data_directory')`)).toBe(cluster().replace(/\/+/g, '/'))
    const socketDirectory = String(await ask(server, `SELECT current_setting('unix_socket_directories')`)).slice(1, -1)
    expect(socketDirectory).toMatch(/^\/tmp\/pulso-[0-9a-f]{24}$/)
    expect((await stat(socketDirectory)).mode & 0o777).toBe(0o700)
    await leave(server)
    await rmdir(socketDirectory)
  })

  test('starts below a path with spaces, quotes, commas and other letters', async () => {
    data = join(base.path, `it's "ours", ok? ${'名'} %20 #1`)
    expect(await ask(await enter(), 'SELECT 1')).toBe(1)
  })

  test('removes the incomplete files of a crash, and keeps files that may be in use', async () => {
    for (const name of ['postgres.new-old', 'postgres.new-young']) await mkdir(join(data, name))
    const long = new Date(Date.now() - 60 * 60_000)
    await utimes(join(data, 'postgres.new-old'), long, long)
    await enter()
    expect((await readdir(data)).sort()).toEqual(['postgres', 'postgres.new-young'])
  })
})

describe('an unusable setup is reported in one line', { timeout: 120_000 }, () => {
  test('a data directory of another PostgreSQL', async () => {
    copyCluster()
    await writeFile(join(cluster(), 'PG_VERSION'), '17\n')
    await expect(enter()).rejects.toThrow(
      `The data directory ${data} belongs to PostgreSQL 17, but this version of Pulso contains PostgreSQL 18`,
    )
  })

  test('a directory that is not a database', async () => {
    await mkdir(cluster(), { mode: 0o755 })
    await expect(enter()).rejects.toThrow(`${cluster()} is not a database of Pulso`)
  })

  test('a file instead of the directory', async () => {
    await writeFile(join(data, 'file'), '')
    data = join(data, 'file')
    await expect(enter()).rejects.toThrow(`The data directory ${data} cannot be used: it is not a directory.`)
  })

  test('a directory in which nothing can be created', async () => {
    data = '/proc/pulso'
    await expect(enter()).rejects.toThrow('The data directory /proc/pulso cannot be used: it cannot be created there.')
  })

  test('a server that refuses to start, with its own message', async () => {
    copyCluster()
    await writeFile(join(cluster(), 'postgresql.auto.conf'), 'shared_buffers = 1\n')
    await writeFile(join(cluster(), 'pg_hba.conf'), 'nonsense\n')
    await expect(enter()).rejects.toThrow(`The embedded database in ${data} did not start: `)
  })
})

const isRoot = process.geteuid?.() === 0

test(
  'a daemon that runs as nobody can neither connect nor read a file',
  skippedBecause(isRoot ? null : 'only root can try it as nobody'),
  async () => {
    const server = await enter()
    const socketDirectory = new URL(server.url).searchParams.get('host') ?? ''
    const asNobody = (script: string) =>
      spawnSync(process.execPath, ['-e', script], {
        uid: 65_534,
        gid: 65_534,
        cwd: '/',
        encoding: 'utf8',
      }).stdout.trim()
    const socket = JSON.stringify(`${socketDirectory}/.s.PGSQL.5432`)
    const connecting = `require('node:net').connect(${socket}).on('connect', () => { console.log('in'); process.exit() }).on('error', e => console.log(e.code))`
    expect(asNobody(connecting)).toBe('EACCES')
    const file = JSON.stringify(join(data, 'postgres', 'PG_VERSION'))
    expect(
      asNobody(
        `try { require('node:fs').readFileSync(${file}); console.log('read') } catch (e) { console.log(e.code) }`,
      ),
    ).toBe('EACCES')
  },
)
