import { chmod, chown, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { chooseDataDirectory } from '../../../src/storage/embedded-postgres/data-directory.ts'
import { makeDataDirectory } from '../../support/data-directory.ts'
import { skippedBecause } from '../../support/skipped-because.ts'

const isRoot = process.geteuid?.() === 0
const UNPRIVILEGED = 60_900
const NOBODY = 65_534

let base: Awaited<ReturnType<typeof makeDataDirectory>>
let checkout: string
let system: string

beforeEach(async () => {
  base = await makeDataDirectory()
  checkout = join(base.path, 'home', 'pulso')
  system = join(base.path, 'system')
  await mkdir(checkout, { recursive: true })
})
afterEach(async () => {
  await chmod(join(base.path, 'home'), 0o755)
  await base.remove()
})

const choose = (configured: string | null = null) => chooseDataDirectory(configured, checkout, system)
const modeOf = async (path: string) => (await stat(path)).mode & 0o777

describe('the data directory', () => {
  test('is .pulso in the checkout', async () => {
    const { path, cluster } = await choose()
    expect(path).toBe(join(checkout, '.pulso'))
    expect(cluster).toBe(join(path, 'postgres'))
  })

  test('is the configured one if there is one, created with its parents', async () => {
    const wanted = join(base.path, 'a', 'b')
    expect((await choose(wanted)).path).toBe(wanted)
  })

  test('is refused if it is a file', async () => {
    await writeFile(join(base.path, 'file'), '')
    await expect(choose(join(base.path, 'file', 'below'))).rejects.toThrow('a part of its path is not a directory')
  })
})

describe('for an ordinary user', skippedBecause(isRoot ? 'root may read and write everything' : null), () => {
  test('the data directory is private, and the database runs as that user', async () => {
    const { path, user } = await choose()
    expect(await modeOf(path)).toBe(0o700)
    expect(user).toBeNull()
  })

  test('an unwritable one is refused', async () => {
    await chmod(checkout, 0o555)
    await expect(choose()).rejects.toThrow('permission denied, or it belongs to another user')
  })
})

describe('for root', skippedBecause(isRoot ? null : 'only root can run the database as another user'), () => {
  const closeHome = () => chmod(join(base.path, 'home'), 0o700)

  test('the database runs as an unprivileged user, who may pass through the data directory', async () => {
    const { path, user } = await choose()
    expect(user).toEqual({ uid: UNPRIVILEGED, gid: UNPRIVILEGED })
    expect(await modeOf(path)).toBe(0o711)
  })

  test('a directory that uploads have made private is opened for passage only', async () => {
    await mkdir(join(checkout, '.pulso', 'uploads'), { recursive: true, mode: 0o700 })
    await chmod(join(checkout, '.pulso'), 0o700)
    const { path } = await choose()
    expect(path).toBe(join(checkout, '.pulso'))
    expect(await modeOf(path)).toBe(0o711)
    expect(await modeOf(join(path, 'uploads'))).toBe(0o700)
  })

  test('a checkout behind a closed directory keeps its data in its own system directory', async () => {
    await closeHome()
    const { path } = await choose()
    expect(path).toMatch(new RegExp(`^${system}/[0-9a-f]{16}$`))
    expect((await choose()).path).toBe(path)
    expect((await chooseDataDirectory(null, `${checkout}2`, system)).path).not.toBe(path)
  })

  test('data in the system directory stays in use when the checkout becomes accessible', async () => {
    await closeHome()
    const { path, cluster } = await choose()
    await mkdir(cluster)
    await chmod(join(base.path, 'home'), 0o755)
    expect((await choose()).path).toBe(path)
  })

  test('data in a checkout that is no longer accessible is never replaced by an empty directory', async () => {
    const { cluster } = await choose()
    await mkdir(cluster)
    await chown(cluster, UNPRIVILEGED, UNPRIVILEGED)
    await closeHome()
    await expect(choose()).rejects.toThrow('runs as user 60900, who may not enter it')
  })

  test('data that an earlier version left to nobody is taken over, including files', async () => {
    const { cluster } = await choose()
    await mkdir(join(cluster, 'base'), { recursive: true })
    await chown(cluster, NOBODY, NOBODY)
    await chown(join(cluster, 'base'), NOBODY, NOBODY)
    expect((await choose()).user).toEqual({ uid: UNPRIVILEGED, gid: UNPRIVILEGED })
    expect((await stat(join(cluster, 'base'))).uid).toBe(UNPRIVILEGED)
  })

  test('an ordinary user’s data is opened as that user', async () => {
    const { cluster } = await choose()
    await mkdir(cluster)
    await chown(cluster, 12_345, 12_346)
    expect((await choose()).user).toEqual({ uid: 12_345, gid: 12_346 })
  })

  test('a configured directory that the database’s user cannot reach is refused, not replaced', async () => {
    await closeHome()
    await expect(choose(join(checkout, 'data'))).rejects.toThrow('who may not enter it')
  })
})
