import { spawn } from 'node:child_process'
import { access, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isAlive, parsePostmasterFile, removeIfStale } from '../../../src/storage/embedded-postgres/postmaster-file.ts'

const fileOf = (pid: number, cluster: string) =>
  `${pid}\n${cluster}\n1795488000\n5432\n${cluster}\n\n  1234567    98304\nready   \n`

describe('postmaster.pid', () => {
  test('contains process, cluster and socket', () => {
    expect(parsePostmasterFile(fileOf(17, '/data/postgres'))).toEqual({
      pid: 17,
      cluster: '/data/postgres',
      socketDirectory: '/data/postgres',
    })
  })

  test('contains no socket while the server is starting', () => {
    expect(parsePostmasterFile('17\n/data/postgres\n1795488000\n5432\n\n')).toEqual({
      pid: 17,
      cluster: '/data/postgres',
      socketDirectory: null,
    })
  })

  test.each(['', '\n', 'garbage', '-1\n/data', '0\n/data', '1.5\n/data', '17', '17\n\n'])(
    '%j contains nothing',
    content => {
      expect(parsePostmasterFile(content)).toBeNull()
    },
  )
})

describe('the process of a postmaster.pid', () => {
  test('is not a server if its id belongs to another program', async () => {
    expect(await isAlive({ pid: process.pid, cluster: '/data/postgres', socketDirectory: null })).toBe(false)
  })

  test('is a server if its command names the cluster', async () => {
    const cluster = '/data/of-this-test/postgres'
    const child = spawn('/bin/sh', ['-c', 'sleep 30', '-D', cluster])
    try {
      const file = { pid: child.pid ?? 0, cluster, socketDirectory: null }
      await expect.poll(() => isAlive(file)).toBe(true)
      child.kill('SIGKILL')
      await expect.poll(() => isAlive(file)).toBe(false)
    } finally {
      child.kill('SIGKILL')
    }
  })
})

describe('a stale file', () => {
  let directory: string
  let path: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pulso-pid-'))
    path = join(directory, 'postmaster.pid')
  })
  afterEach(() => rm(directory, { recursive: true }))

  const isThere = () =>
    access(path).then(
      () => true,
      () => false,
    )

  test('of a dead process, of another program or with garbage is removed', async () => {
    for (const content of [fileOf(2 ** 22 + 1, directory), fileOf(process.pid, directory), 'garbage']) {
      await writeFile(path, content)
      await removeIfStale(path)
      expect(await isThere()).toBe(false)
    }
  })

  test('is kept if its server is alive', async () => {
    const child = spawn('/bin/sh', ['-c', 'sleep 30', '-D', directory])
    try {
      await writeFile(path, fileOf(child.pid ?? 0, directory))
      await removeIfStale(path)
      expect(await isThere()).toBe(true)
    } finally {
      child.kill('SIGKILL')
    }
  })

  test('that is empty is kept for a moment, because a server may be about to fill it', async () => {
    await writeFile(path, '')
    await removeIfStale(path)
    expect(await isThere()).toBe(true)
    const long = new Date(Date.now() - 10_000)
    await utimes(path, long, long)
    await removeIfStale(path)
    expect(await isThere()).toBe(false)
  })

  test('that does not exist is not a failure', async () => {
    await removeIfStale(path)
    expect(await isThere()).toBe(false)
  })
})
