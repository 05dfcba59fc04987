import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endOf } from './pulso.ts'

vi.setConfig({ testTimeout: 90_000 })

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url))

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-npx-'))
  // As root the database runs as another user.
  await chmod(directory, 0o711)
})
afterEach(() => rm(directory, { recursive: true, force: true }))

/** As a user types it in the checkout, with an empty cache and no registry. */
const npx = (argv: readonly string[], environment: Record<string, string> = {}) =>
  spawn('npx', ['--offline', ...argv], {
    cwd: CHECKOUT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_cache: join(directory, 'npm'), ...environment },
  })

test('npx pulso runs the build, and installs nothing first', async () => {
  const { code, stdout } = await endOf(npx(['pulso', '--version']))
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  expect(await readdir(join(directory, 'npm'))).not.toContain('_npx')
})

test('a signal to npx stops the server, although npx does not forward it', async () => {
  const child = npx(['pulso', 'serve'], { PORT: '0', PULSO_DATA_DIR: join(directory, 'data') })
  let url: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    url ??= /http:\S+/.exec(line)?.[0]
    if (line.includes('Model')) break
  }
  child.kill('SIGTERM')
  await once(child, 'exit')
  const answer = () =>
    fetch(url ?? '').then(
      ({ status }) => status,
      () => 'refused',
    )
  await expect.poll(answer, { timeout: 30_000 }).toBe('refused')
  await expect
    .poll(() => readdir(join(directory, 'data', 'postgres')), { timeout: 30_000 })
    .not.toContain('postmaster.pid')
})
